#include "modules/trading/reconciliation/store.hpp"

namespace meadow::trading::store {

const db::Sql insert_reconciliation_sql{"trading.insert_reconciliation", R"sql(
    INSERT INTO trading_reconciliations (day, state, lines, differences, started_at, ended_at) VALUES ($1, 'running', 0, 0, $2, 0)
    ON CONFLICT (day) DO NOTHING)sql"};
bool insert_reconciliation(db::Tx& tx, Instant day, Instant now) { return tx.exec(insert_reconciliation_sql, day, now) == 1; }

const db::Sql update_restarted{"trading.restart_reconciliation", R"sql(
    UPDATE trading_reconciliations SET state = 'running', lines = 0, differences = 0, started_at = $2, ended_at = 0 WHERE day = $1)sql"};
const db::Sql delete_differences{"trading.delete_differences", "DELETE FROM trading_differences WHERE day = $1"};
void restart_reconciliation(db::Tx& tx, Instant day, Instant now)
{
    tx.put(update_restarted, day, now);
    tx.put(delete_differences, day);
}

const db::Sql update_ended{"trading.end_reconciliation", R"sql(
    UPDATE trading_reconciliations SET state = 'done', lines = $2, differences = $3, ended_at = $4 WHERE day = $1)sql"};
void end_reconciliation(db::Tx& tx, const Reconciliation& r) { tx.put(update_ended, r.day, r.lines, r.differences, r.ended_at); }

const db::Sql insert_difference_sql{"trading.insert_difference", R"sql(
    INSERT INTO trading_differences (day, number, kind, trade, refund, ours, theirs, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_difference(db::Tx& tx, Instant day, const Difference& d)
{
    tx.put(insert_difference_sql, day, d.number, d.kind, d.trade, d.refund, d.ours, d.theirs, d.at);
}

const db::Sql select_reconciliations{"trading.select_reconciliations", R"sql(
    SELECT day, state, lines, differences, started_at, ended_at FROM trading_reconciliations WHERE day < $1 ORDER BY day DESC LIMIT $2)sql"};
std::vector<Reconciliation> list_reconciliations(db::ReadTx& tx, Instant before, std::int64_t limit)
{
    return tx.all<Reconciliation>(select_reconciliations, before, limit);
}

const db::Sql select_differences{"trading.select_differences", R"sql(
    SELECT number, kind, trade, refund, ours, theirs, at FROM trading_differences WHERE day = $1 AND number > $2 ORDER BY number LIMIT $3)sql"};
std::vector<Difference> list_differences(db::ReadTx& tx, Instant day, std::int64_t after, std::int64_t limit)
{
    return tx.all<Difference>(select_differences, day, after, limit);
}

const db::Sql select_our_lines{"trading.select_our_lines", R"sql(
    SELECT buyer_id, payment_id, 0, amount, paid_at FROM trading_payments WHERE paid_at >= $1 AND paid_at < $2 AND paid_at > 0
     UNION ALL
    SELECT buyer_id, payment_id, refund_id, amount, given_at FROM trading_give_backs WHERE given_at >= $1 AND given_at < $2 AND given_at > 0)sql"};
std::vector<OurLine> our_lines(db::ReadTx& tx, Instant from, Instant until) { return tx.all<OurLine>(select_our_lines, from, until); }

}  // namespace meadow::trading::store
