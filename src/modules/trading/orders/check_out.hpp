#pragma once
#include "modules/trading/orders/place_order.hpp"

namespace meadow::trading {

// What of one shop's part of the cart is bought now.
struct CheckOutShop {
    ShopId shop;
    List<SkuId, 50, 1> skus;
    Money expected_total;
};
BOOST_DESCRIBE_STRUCT(CheckOutShop, (), (shop, skus, expected_total))

struct CheckOut {
    List<CheckOutShop, 20, 1> shops;
    AddressId address;
};
BOOST_DESCRIBE_STRUCT(CheckOut, (), (shops, address))

struct NoOrderFault {
    std::string where;
    std::string what;
};
BOOST_DESCRIBE_STRUCT(NoOrderFault, (), (where, what))

// Why there is no order of one shop.
struct NoOrder {
    std::string code;
    std::string title;
    std::string detail;
    std::vector<NoOrderFault> errors;
};
BOOST_DESCRIBE_STRUCT(NoOrder, (), (code, title, detail, errors))

struct CheckedOutShop {
    ShopId shop;
    std::optional<PlacedOrder> order;
    std::optional<NoOrder> refused;
};
BOOST_DESCRIBE_STRUCT(CheckedOutShop, (), (shop, order, refused))

struct CheckedOut {
    std::vector<CheckedOutShop> shops;
};
BOOST_DESCRIBE_STRUCT(CheckedOut, (), (shops))

// One of each shop that could be priced, in the order of the input; a refusal otherwise.
using PricedShops = std::vector<Result<PricedOrder>>;

// Makes one order a shop of lines of my cart, and takes them out of it. Each shop is all or nothing by itself; when no shop's order
// could be placed the whole is refused for the first one's reason.
Result<PricedShops> prepare_check_out(ReadCtx&, const CheckOut&);
Result<CheckedOut> check_out(WriteCtx&, const CheckOut&, const PricedShops&);

}  // namespace meadow::trading
