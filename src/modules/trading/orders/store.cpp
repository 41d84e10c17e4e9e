#include "modules/trading/orders/store.hpp"

namespace meadow::trading::store {

const db::Sql insert_order_sql{"trading.insert_order", R"sql(
    INSERT INTO trading_orders (shop_id, order_id, buyer_id, state, settlement, total, fee, payment_id, refund_id, refunds, placed_at, pay_by,
                                paid_at, shipped_at, delivered_at, confirm_by, extensions, completed_at, closed_at, version, papers)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0, $8, $9, 0, 0, 0, 0, 0, 0, 0, 0, $10))sql"};
void insert_order(db::Tx& tx, const Order& o)
{
    tx.put(insert_order_sql, o.shop, o.id, o.buyer, o.state, o.settlement, o.total, o.fee, o.placed_at, o.pay_by, o.papers);
}

#define ORDER_COLUMNS                                                                                                         \
    "shop_id, order_id, buyer_id, state, settlement, total, fee, payment_id, refund_id, refunds, placed_at, pay_by, paid_at, " \
    "shipped_at, delivered_at, confirm_by, extensions, completed_at, closed_at, version, papers"

const db::Sql select_order{"trading.select_order", "SELECT " ORDER_COLUMNS " FROM trading_orders WHERE shop_id = $1 AND order_id = $2"};
std::optional<Order> find_order(db::ReadTx& tx, ShopId shop, OrderId order) { return tx.one<Order>(select_order, shop, order); }

const db::Sql select_orders{"trading.select_orders", "SELECT " ORDER_COLUMNS R"sql( FROM trading_orders
     WHERE shop_id = $1 AND order_id IN @list($2) ORDER BY order_id DESC)sql"};
std::vector<Order> find_orders(db::ReadTx& tx, ShopId shop, const std::vector<OrderId>& ids)
{
    return ids.empty() ? std::vector<Order>{} : tx.all<Order>(select_orders, shop, ids);
}

const db::Sql update_order_sql{"trading.update_order", R"sql(
    UPDATE trading_orders SET state = $4, payment_id = $5, refund_id = $6, refunds = $7, paid_at = $8, shipped_at = $9, delivered_at = $10,
           confirm_by = $11, extensions = $12, completed_at = $13, closed_at = $14, version = version + 1
     WHERE shop_id = $1 AND order_id = $2 AND version = $3)sql"};
bool update_order(db::Tx& tx, const Order& o)
{
    return tx.exec(update_order_sql, o.shop, o.id, o.version, o.state, o.payment, o.refund, o.refunds, o.paid_at, o.shipped_at, o.delivered_at,
                   o.confirm_by, o.extensions, o.completed_at, o.closed_at) == 1;
}

const db::Sql insert_move_sql{"trading.insert_order_move", R"sql(
    INSERT INTO trading_order_moves (shop_id, order_id, move_id, from_state, to_state, by_user, why, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_move(db::Tx& tx, const Order& o, const MoveRow& m)
{
    tx.put(insert_move_sql, o.shop, o.id, m.id, m.from, m.to, m.by, m.why, m.at);
}

const db::Sql select_moves{"trading.select_order_moves", R"sql(
    SELECT move_id, from_state, to_state, by_user, why, at FROM trading_order_moves WHERE shop_id = $1 AND order_id = $2 ORDER BY move_id)sql"};
std::vector<MoveRow> list_moves(db::ReadTx& tx, ShopId shop, OrderId order) { return tx.all<MoveRow>(select_moves, shop, order); }

const db::Sql select_newest{"trading.select_newest_orders", R"sql(
    SELECT order_id, state FROM trading_orders WHERE shop_id = $1 AND order_id >= $2 AND order_id < $3 ORDER BY order_id DESC LIMIT $4)sql"};
std::vector<Standing> newest_orders(db::ReadTx& tx, ShopId shop, std::int64_t from, std::int64_t before, std::int64_t limit)
{
    return tx.all<Standing>(select_newest, shop, from, before, limit);
}

// The condition on the state is the partial index's own, word for word: that is how SQLite knows it may use it.
const db::Sql select_waiting{"trading.select_waiting_orders", R"sql(
    SELECT order_id, state FROM trading_orders WHERE shop_id = $1 AND order_id >= $2 AND order_id < $3 AND state IN ('paid', 'refunding')
     ORDER BY order_id DESC LIMIT $4)sql"};
std::vector<Standing> waiting_orders(db::ReadTx& tx, ShopId shop, std::int64_t from, std::int64_t before, std::int64_t limit)
{
    return tx.all<Standing>(select_waiting, shop, from, before, limit);
}

}  // namespace meadow::trading::store
