#include "modules/trading/orders/buyer_store.hpp"

#include "base/json.hpp"

namespace meadow::trading::store {

const db::Sql put_buyer_order_sql{"trading.put_buyer_order", R"sql(
    INSERT INTO trading_buyer_orders (buyer_id, order_id, shop_id, state, total, pay_by, lines) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (buyer_id, order_id) DO UPDATE SET state = excluded.state)sql"};
void put_buyer_order(db::Tx& tx, UserId buyer, const BuyerOrder& o)
{
    tx.put(put_buyer_order_sql, buyer, o.order, o.shop, o.state, o.total, o.pay_by, to_json(o.lines));
}

void insert_buyer_order(db::Tx& tx, const Order& o, std::string_view lines)
{
    tx.put(put_buyer_order_sql, o.buyer, o.id, o.shop, o.state, o.total, o.pay_by, lines);
}

const db::Sql put_lines_sql{"trading.put_buyer_order_lines", R"sql(
    UPDATE trading_buyer_orders SET lines = $3 WHERE buyer_id = $1 AND order_id = $2)sql"};
void put_lines(db::Tx& tx, UserId buyer, const BuyerOrder& o) { tx.put(put_lines_sql, buyer, o.order, to_json(o.lines)); }

const db::Sql select_buyer_orders{"trading.select_buyer_orders", R"sql(
    SELECT order_id, shop_id, state, total, pay_by, lines FROM trading_buyer_orders WHERE buyer_id = $1 AND order_id < $2
     ORDER BY order_id DESC LIMIT $3)sql"};
std::vector<BuyerOrder> list_buyer_orders(db::ReadTx& tx, UserId buyer, std::int64_t before, std::int64_t limit)
{
    return tx.all<BuyerOrder>(select_buyer_orders, buyer, before, limit);
}

}  // namespace meadow::trading::store
