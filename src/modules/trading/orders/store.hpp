// trading_orders, trading_order_moves, trading_shop_terms (home: shop).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/trading/orders/model.hpp"

namespace meadow::trading::store {

MEADOW_ID(OrderMoveId, "omv");
struct MoveRow {
    OrderMoveId id;
    OrderState from{};
    OrderState to{};
    UserId by;                 // none: a timer, news or the gateway
    std::string why;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(MoveRow, (), (id, from, to, by, why, at))

struct Standing {
    OrderId order;
    OrderState state{};
};
BOOST_DESCRIBE_STRUCT(Standing, (), (order, state))

void insert_order(db::Tx&, const Order&);
std::optional<Order> find_order(db::ReadTx&, ShopId, OrderId);
std::vector<Order> find_orders(db::ReadTx&, ShopId, const std::vector<OrderId>&);   // newest first
// Writes everything but who, what and how much. False when the row's version is not `order.version` any more.
bool update_order(db::Tx&, const Order& order);

void insert_move(db::Tx&, const Order&, const MoveRow&);
std::vector<MoveRow> list_moves(db::ReadTx&, ShopId, OrderId);   // oldest first

// The `limit` newest orders with ids in [from, before), whatever their state.
std::vector<Standing> newest_orders(db::ReadTx&, ShopId, std::int64_t from, std::int64_t before, std::int64_t limit);
// The same of those that wait for the merchant: paid or refunding.
std::vector<Standing> waiting_orders(db::ReadTx&, ShopId, std::int64_t from, std::int64_t before, std::int64_t limit);

}  // namespace meadow::trading::store
