#include "modules/trading/payments/sandbox/store.hpp"

namespace meadow::trading::sandbox::store {

const db::Sql insert_charge_sql{"trading.sandbox_insert_charge", R"sql(
    INSERT INTO trading_sandbox_charges (trade, state, amount, currency, transaction_name, notify_url, given_back, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (trade) DO NOTHING)sql"};
bool insert_charge(db::Tx& tx, const Taken& c)
{
    return tx.exec(insert_charge_sql, c.trade, c.state, c.amount, c.currency, c.transaction, c.notify_url, c.given_back, c.at) == 1;
}

const db::Sql select_charge{"trading.sandbox_select_charge", R"sql(
    SELECT trade, state, amount, currency, transaction_name, notify_url, given_back, at FROM trading_sandbox_charges WHERE trade = $1)sql"};
std::optional<Taken> find_charge(db::ReadTx& tx, std::string_view trade) { return tx.one<Taken>(select_charge, trade); }

const db::Sql select_newest_charges{"trading.sandbox_newest_charges", R"sql(
    SELECT trade, state, amount, currency, transaction_name, notify_url, given_back, at FROM trading_sandbox_charges
     ORDER BY at DESC, trade DESC LIMIT $1)sql"};
std::vector<Taken> newest_charges(db::ReadTx& tx, std::int64_t limit) { return tx.all<Taken>(select_newest_charges, limit); }

const db::Sql update_settled{"trading.sandbox_settle_charge", R"sql(
    UPDATE trading_sandbox_charges SET state = 'paid', at = $2 WHERE trade = $1 AND state = 'processing')sql"};
bool settle_charge(db::Tx& tx, std::string_view trade, Instant now) { return tx.exec(update_settled, trade, now) == 1; }

const db::Sql insert_refund_sql{"trading.sandbox_insert_refund", R"sql(
    INSERT INTO trading_sandbox_refunds (trade, refund, amount, at) VALUES ($1, $2, $3, $4) ON CONFLICT (trade, refund) DO NOTHING)sql"};
bool insert_refund(db::Tx& tx, const GiveBack& g, Instant now) { return tx.exec(insert_refund_sql, g.trade, g.refund, g.amount, now) == 1; }

const db::Sql select_refund{"trading.sandbox_select_refund", R"sql(
    SELECT trade, refund, amount, at FROM trading_sandbox_refunds WHERE trade = $1 AND refund = $2)sql"};
std::optional<StatementLine> find_refund(db::ReadTx& tx, std::string_view trade, std::string_view refund)
{
    return tx.one<StatementLine>(select_refund, trade, refund);
}

const db::Sql update_given_back{"trading.sandbox_take_back", R"sql(
    UPDATE trading_sandbox_charges SET given_back = given_back + $2 WHERE trade = $1 AND state = 'paid' AND given_back + $2 <= amount)sql"};
bool take_back(db::Tx& tx, const GiveBack& g) { return tx.exec(update_given_back, g.trade, g.amount) == 1; }

const db::Sql select_statement{"trading.sandbox_statement", R"sql(
    SELECT trade, refund, amount, at FROM (
        SELECT trade, '' AS refund, amount, at FROM trading_sandbox_charges WHERE state = 'paid' AND at >= $1 AND at < $4
         UNION ALL
        SELECT trade, refund, amount, at FROM trading_sandbox_refunds WHERE at >= $1 AND at < $4) AS lines
     WHERE (at, trade, refund) > ($1, $2, $3) ORDER BY at, trade, refund LIMIT $5)sql"};
std::vector<StatementLine> statement(db::ReadTx& tx, const StatementLine& after, Instant until, std::int64_t limit)
{
    return tx.all<StatementLine>(select_statement, after.at, after.trade, after.refund, until, limit);
}

}  // namespace meadow::trading::sandbox::store
