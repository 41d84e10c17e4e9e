#include "modules/trading/order_filters/store.hpp"

namespace meadow::trading::store {

const db::Sql select_order_filters{"trading.select_order_filters", "SELECT name, query, by_id, at FROM trading_order_filters WHERE shop_id = $1 ORDER BY name"};
std::vector<OrderFilter> order_filters(db::ReadTx& tx, ShopId shop) { return tx.all<OrderFilter>(select_order_filters, shop); }

const db::Sql upsert_order_filter{"trading.put_order_filter", R"sql(
    INSERT INTO trading_order_filters (shop_id, name, query, by_id, at)
    SELECT CAST($1 AS bigint), CAST($2 AS text), CAST($3 AS text), CAST($4 AS bigint), CAST($5 AS bigint)
     WHERE (SELECT count(*) FROM trading_order_filters WHERE shop_id = $1 AND name <> $2) < CAST($6 AS bigint)
    ON CONFLICT (shop_id, name) DO UPDATE SET query = excluded.query, by_id = excluded.by_id, at = excluded.at)sql"};
bool put_order_filter(db::Tx& tx, ShopId shop, const OrderFilter& f, std::int64_t most)
{
    return tx.exec(upsert_order_filter, shop, f.name, f.query, f.by, f.at, most) == 1;
}

const db::Sql delete_order_filter_sql{"trading.delete_order_filter", "DELETE FROM trading_order_filters WHERE shop_id = $1 AND name = $2"};
bool delete_order_filter(db::Tx& tx, ShopId shop, std::string_view name) { return tx.exec(delete_order_filter_sql, shop, name) == 1; }

}  // namespace meadow::trading::store
