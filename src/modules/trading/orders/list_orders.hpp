#pragma once
#include "modules/trading/orders/buyer_orders.hpp"
#include "modules/trading/orders/show_order.hpp"

namespace meadow::trading {

struct ListMyOrders {
    OrderTab tab{};
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListMyOrders, (), (tab, cursor, limit))

// My orders over all shops, newest first. An order shows here a moment after it was placed. Under a tab that few orders stand
// under, a page may be short; `next` still leads on.
Result<Page<BuyerOrder>> list_my_orders(ReadCtx&, const ListMyOrders&);

struct ListShopOrders {
    ShopId shop;
    std::optional<OrderState> state;
    std::optional<Instant> from;    // placed at or after
    std::optional<Instant> until;   // placed before
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListShopOrders, (), (shop, state, from, until, cursor, limit))

// A shop's orders, newest first, for its staff (support). Paid and refunding ones are found directly; under other states a page
// may be short.
Result<Page<OrderView>> list_shop_orders(ReadCtx&, const ListShopOrders&);

// The rows behind both the list and its export: at most `limit` orders, and where to go on.
struct FoundOrders {
    std::vector<OrderId> ids;
    std::optional<std::string> next;
};
Result<FoundOrders> find_shop_orders(ReadCtx&, const ListShopOrders&, std::int64_t limit);

}  // namespace meadow::trading
