#include "modules/trading/payments/store.hpp"

namespace meadow::trading::store {

const db::Sql insert_payment_sql{"trading.insert_payment", R"sql(
    INSERT INTO trading_payments (buyer_id, payment_id, state, amount, refunded, currency, pay_url, transaction_name, asked, opened_at,
                                  expires_at, paid_at, changed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql"};
const db::Sql insert_payment_line_sql{"trading.insert_payment_line", R"sql(
    INSERT INTO trading_payment_lines (buyer_id, payment_id, shop_id, order_id, amount, outcome) VALUES ($1, $2, $3, $4, $5, $6))sql"};
void insert_payment(db::Tx& tx, const Payment& p, const std::vector<PaymentLine>& lines)
{
    tx.put(insert_payment_sql, p.buyer, p.id, p.state, p.amount, p.refunded, p.currency, p.pay_url, p.transaction, p.asked, p.opened_at,
           p.expires_at, p.paid_at, p.changed_at);
    for (const PaymentLine& line : lines) tx.put(insert_payment_line_sql, p.buyer, p.id, line.shop, line.order, line.amount, line.outcome);
}

const db::Sql select_payment{"trading.select_payment", R"sql(
    SELECT buyer_id, payment_id, state, amount, refunded, currency, pay_url, transaction_name, asked, opened_at, expires_at, paid_at, changed_at
      FROM trading_payments WHERE buyer_id = $1 AND payment_id = $2)sql"};
std::optional<Payment> find_payment(db::ReadTx& tx, UserId buyer, PaymentId id) { return tx.one<Payment>(select_payment, buyer, id); }

const db::Sql select_payment_lines{"trading.select_payment_lines", R"sql(
    SELECT shop_id, order_id, amount, outcome FROM trading_payment_lines
     WHERE buyer_id = $1 AND payment_id = $2 ORDER BY shop_id, order_id)sql"};
std::vector<PaymentLine> payment_lines(db::ReadTx& tx, UserId buyer, PaymentId id) { return tx.all<PaymentLine>(select_payment_lines, buyer, id); }

const db::Sql update_payment_sql{"trading.update_payment", R"sql(
    UPDATE trading_payments SET state = $3, transaction_name = $4, paid_at = $5, changed_at = $6
     WHERE buyer_id = $1 AND payment_id = $2 AND state = $7)sql"};
bool update_payment(db::Tx& tx, const Payment& p, PaymentState from)
{
    return tx.exec(update_payment_sql, p.buyer, p.id, p.state, p.transaction, p.paid_at, p.changed_at, from) == 1;
}

const db::Sql update_outcome{"trading.update_payment_outcome", R"sql(
    UPDATE trading_payment_lines SET outcome = $5 WHERE buyer_id = $1 AND payment_id = $2 AND shop_id = $3 AND order_id = $4)sql"};
void set_outcome(db::Tx& tx, UserId buyer, PaymentId id, const PaymentLine& line)
{
    tx.put(update_outcome, buyer, id, line.shop, line.order, line.outcome);
}

const db::Sql insert_payment_move_sql{"trading.insert_payment_move", R"sql(
    INSERT INTO trading_payment_moves (buyer_id, payment_id, move_id, from_state, to_state, by_user, why, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_payment_move(db::Tx& tx, const Payment& p, std::int64_t id, PaymentState from, UserId by, std::string_view why, Instant at)
{
    tx.put(insert_payment_move_sql, p.buyer, p.id, id, from, p.state, by, why, at);
}

const db::Sql select_attempts{"trading.select_payment_attempts", R"sql(
    SELECT DISTINCT payment_id FROM trading_payment_attempts WHERE buyer_id = $1 AND order_id IN @list($2) ORDER BY payment_id)sql"};
std::vector<PaymentId> attempts(db::ReadTx& tx, UserId buyer, const std::vector<OrderId>& orders)
{
    return tx.all<PaymentId>(select_attempts, buyer, orders);
}

const db::Sql upsert_attempt{"trading.upsert_payment_attempt", R"sql(
    INSERT INTO trading_payment_attempts (buyer_id, order_id, payment_id) VALUES ($1, $2, $3)
    ON CONFLICT (buyer_id, order_id) DO UPDATE SET payment_id = excluded.payment_id)sql"};
void put_attempt(db::Tx& tx, UserId buyer, OrderId order, PaymentId payment) { tx.put(upsert_attempt, buyer, order, payment); }

const db::Sql update_asked{"trading.count_gateway_question", R"sql(
    UPDATE trading_payments SET asked = asked + 1 WHERE buyer_id = $1 AND payment_id = $2 AND asked = $3)sql"};
bool count_question(db::Tx& tx, UserId buyer, PaymentId id, std::int64_t asked) { return tx.exec(update_asked, buyer, id, asked) == 1; }

const db::Sql update_refunded{"trading.add_refunded", R"sql(
    UPDATE trading_payments SET refunded = refunded + $3 WHERE buyer_id = $1 AND payment_id = $2 AND refunded + $3 <= amount)sql"};
bool add_refunded(db::Tx& tx, UserId buyer, PaymentId id, Money amount) { return tx.exec(update_refunded, buyer, id, amount) == 1; }

const db::Sql upsert_alarm{"trading.upsert_payment_alarm", R"sql(
    INSERT INTO trading_payment_alarms (buyer_id, payment_id, what, report, at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (buyer_id, payment_id, what) DO UPDATE
       SET report = excluded.report, at = excluded.at, resolved_at = NULL, resolved_by = NULL, resolution = NULL
     WHERE trading_payment_alarms.resolved_at IS NOT NULL)sql"};
void raise_alarm(db::Tx& tx, const Alarm& a) { tx.put(upsert_alarm, a.buyer, a.payment, a.what, a.report, a.at); }

const db::Sql select_alarm{"trading.select_payment_alarm", R"sql(
    SELECT 1 FROM trading_payment_alarms WHERE buyer_id = $1 AND payment_id = $2 AND what = $3)sql"};
bool has_alarm(db::ReadTx& tx, UserId buyer, PaymentId payment, std::string_view what)
{
    return tx.one<std::int64_t>(select_alarm, buyer, payment, what).has_value();
}

const db::Sql update_alarm{"trading.resolve_payment_alarm", R"sql(
    UPDATE trading_payment_alarms SET resolved_by = $4, resolution = $5, resolved_at = $6
     WHERE buyer_id = $1 AND payment_id = $2 AND what = $3 AND resolved_at IS NULL)sql"};
bool resolve_alarm(db::Tx& tx, UserId buyer, PaymentId payment, std::string_view what, UserId by, std::string_view resolution, Instant now)
{
    return tx.exec(update_alarm, buyer, payment, what, by, resolution, now) == 1;
}

const db::Sql select_alarms{"trading.select_payment_alarms", R"sql(
    SELECT buyer_id, payment_id, what, report, at, resolved_at, resolved_by, resolution FROM trading_payment_alarms
     WHERE (at, payment_id) < ($1, $2) AND (CAST($3 AS bigint) = 0 OR resolved_at IS NULL)
     ORDER BY at DESC, payment_id DESC LIMIT $4)sql"};
std::vector<Alarm> list_alarms(db::ReadTx& tx, Cursor before, bool only_open, std::int64_t limit)
{
    return tx.all<Alarm>(select_alarms, before.first, before.second, only_open, limit);
}

const db::Sql select_gateway_key{"trading.select_gateway_key", "SELECT secret FROM trading_gateway_keys WHERE gateway = $1"};
std::optional<std::string> find_gateway_key(db::ReadTx& tx, std::string_view gateway) { return tx.one<std::string>(select_gateway_key, gateway); }

const db::Sql insert_gateway_key_sql{"trading.insert_gateway_key", R"sql(
    INSERT INTO trading_gateway_keys (gateway, secret, made_at) VALUES ($1, $2, $3) ON CONFLICT (gateway) DO NOTHING)sql"};
void insert_gateway_key(db::Tx& tx, std::string_view gateway, std::string_view secret, Instant now)
{
    tx.put(insert_gateway_key_sql, gateway, secret, now);
}

}  // namespace meadow::trading::store
