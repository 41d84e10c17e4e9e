#include "modules/trading/sales/store.hpp"

namespace meadow::trading::store {

const db::Sql select_sold_by_day{"trading.select_sold_by_day", R"sql(
    SELECT (paid_at + $4) / 86400000000, COUNT(*), CAST(SUM(total) AS bigint) FROM trading_orders
     WHERE shop_id = $1 AND order_id >= $2 AND paid_at >= $3
     GROUP BY 1 ORDER BY 1)sql"};
std::vector<DaySum> sold_by_day(db::ReadTx& tx, ShopId shop, std::int64_t first_order, Instant from, Duration zone)
{
    return tx.all<DaySum>(select_sold_by_day, shop, first_order, from, std::int64_t(zone.count()));
}

const db::Sql select_returned_by_day{"trading.select_returned_by_day", R"sql(
    SELECT (closed_at + $3) / 86400000000, COUNT(*), CAST(SUM(amount) AS bigint) FROM trading_refunds
     WHERE shop_id = $1 AND closed_at >= $2 AND state = 'done'
     GROUP BY 1 ORDER BY 1)sql"};
std::vector<DaySum> returned_by_day(db::ReadTx& tx, ShopId shop, Instant from, Duration zone)
{
    return tx.all<DaySum>(select_returned_by_day, shop, from, std::int64_t(zone.count()));
}

// Both counts are answered from the partial indexes, which hold nothing but what waits.
const db::Sql select_waiting_counts{"trading.select_waiting_counts", R"sql(
    SELECT (SELECT COUNT(*) FROM trading_orders WHERE shop_id = $1 AND state IN ('paid', 'refunding') AND state = 'paid'),
           (SELECT COUNT(*) FROM trading_refunds WHERE shop_id = $1 AND state IN ('asked', 'escalated') AND state = 'asked'),
           (SELECT COUNT(*) FROM trading_refunds WHERE shop_id = $1 AND state IN ('asked', 'escalated') AND state = 'escalated'))sql"};
Waiting count_waiting(db::ReadTx& tx, ShopId shop) { return tx.one<Waiting>(select_waiting_counts, shop).value_or(Waiting{}); }

}  // namespace meadow::trading::store
