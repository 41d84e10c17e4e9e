#include "modules/trading/give_backs/store.hpp"

namespace meadow::trading::store {

const db::Sql insert_give_back_sql{"trading.insert_give_back", R"sql(
    INSERT INTO trading_give_backs (buyer_id, payment_id, refund_id, shop_id, order_id, amount, state, attempts, error, asked_at, given_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (buyer_id, payment_id, refund_id) DO NOTHING)sql"};
bool insert_give_back(db::Tx& tx, const GiveBackRow& g)
{
    return tx.exec(insert_give_back_sql, g.buyer, g.payment, g.refund, g.shop, g.order, g.amount, g.state, g.attempts, g.error, g.asked_at,
                   g.given_at) == 1;
}

const db::Sql select_give_back{"trading.select_give_back", R"sql(
    SELECT buyer_id, payment_id, refund_id, shop_id, order_id, amount, state, attempts, error, asked_at, given_at
      FROM trading_give_backs WHERE buyer_id = $1 AND payment_id = $2 AND refund_id = $3)sql"};
std::optional<GiveBackRow> find_give_back(db::ReadTx& tx, UserId buyer, PaymentId payment, RefundId refund)
{
    return tx.one<GiveBackRow>(select_give_back, buyer, payment, refund);
}

const db::Sql select_open_give_backs{"trading.select_open_give_backs", R"sql(
    SELECT buyer_id, payment_id, refund_id, shop_id, order_id, amount, state, attempts, error, asked_at, given_at
      FROM trading_give_backs WHERE state <> 'given' AND refund_id > $1 ORDER BY refund_id LIMIT $2)sql"};
std::vector<GiveBackRow> open_give_backs(db::ReadTx& tx, RefundId after, std::int64_t limit)
{
    return tx.all<GiveBackRow>(select_open_give_backs, after, limit);
}

const db::Sql select_open_give_back{"trading.select_open_give_back", R"sql(
    SELECT buyer_id, payment_id, refund_id, shop_id, order_id, amount, state, attempts, error, asked_at, given_at
      FROM trading_give_backs WHERE state <> 'given' AND refund_id = $1)sql"};
std::optional<GiveBackRow> find_open_give_back(db::ReadTx& tx, RefundId refund) { return tx.one<GiveBackRow>(select_open_give_back, refund); }

const db::Sql update_given{"trading.mark_given", R"sql(
    UPDATE trading_give_backs SET state = 'given', error = '', attempts = attempts + 1, given_at = $4
     WHERE buyer_id = $1 AND payment_id = $2 AND refund_id = $3 AND state <> 'given')sql"};
bool mark_given(db::Tx& tx, const GiveBackRow& g, Instant given_at) { return tx.exec(update_given, g.buyer, g.payment, g.refund, given_at) == 1; }

const db::Sql update_failure{"trading.note_give_back_failure", R"sql(
    UPDATE trading_give_backs SET state = $4, error = $5, attempts = attempts + 1
     WHERE buyer_id = $1 AND payment_id = $2 AND refund_id = $3 AND state <> 'given')sql"};
void note_failure(db::Tx& tx, const GiveBackRow& g, GiveBackState state, std::string_view error)
{
    tx.put(update_failure, g.buyer, g.payment, g.refund, state, error);
}

}  // namespace meadow::trading::store
