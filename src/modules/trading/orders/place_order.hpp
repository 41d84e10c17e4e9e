#pragma once
#include "modules/trading/orders/price_order.hpp"

namespace meadow::trading {

struct PlaceOrder {
    ShopId shop;
    List<WantedLine, 50, 1> lines;
    AddressId address;
    Money expected_total;      // what the buyer saw, in fen; another total is refused and explained
};
BOOST_DESCRIBE_STRUCT(PlaceOrder, (), (shop, lines, address, expected_total))

struct PlacedOrder {
    ShopId shop;
    OrderId order;
    Money total;
    Instant pay_by;            // until then the pieces are held
};
BOOST_DESCRIBE_STRUCT(PlacedOrder, (), (shop, order, total, pay_by))

// Buy now. Pricing only reads, so it runs before the lane; what must not race is asked again in the order's own transaction: the offer
// by still_offered(), stock and the buyer's cap by hold_stock().
Result<PricedOrder> prepare_order(ReadCtx&, const PlaceOrder&);
Result<PlacedOrder> place_order(WriteCtx&, const PlaceOrder&, const PricedOrder&);

// The core of buy-now and checkout.
Result<PlacedOrder> place(WriteCtx&, const WantedOrder&, const PricedOrder&);

}  // namespace meadow::trading
