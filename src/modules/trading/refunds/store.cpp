#include "modules/trading/refunds/store.hpp"

#include "base/json.hpp"

namespace meadow::trading::store {

#define REFUND_COLUMNS                                                                                                         \
    "shop_id, refund_id, order_id, buyer_id, payment_id, cause, state, amount, reason, words, pictures, shipped, settled, answer, " \
    "asked_at, answer_by, decided_at, closed_at"

const db::Sql insert_refund_sql{"trading.insert_refund", "INSERT INTO trading_refunds (" REFUND_COLUMNS R"sql()
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18))sql"};
void insert_refund(db::Tx& tx, const Refund& r)
{
    tx.put(insert_refund_sql, r.shop, r.id, r.order, r.buyer, r.payment, r.cause, r.state, r.amount, r.reason, r.words, to_json(r.pictures), r.shipped,
           r.settled, r.answer, r.asked_at, r.answer_by, r.decided_at, r.closed_at);
}

const db::Sql update_refund_sql{"trading.update_refund", R"sql(
    UPDATE trading_refunds SET state = $4, answer = $5, answer_by = $6, decided_at = $7, closed_at = $8, shipped = $9
     WHERE shop_id = $1 AND refund_id = $2 AND state = $3)sql"};
bool update_refund(db::Tx& tx, const Refund& r, RefundState from)
{
    return tx.exec(update_refund_sql, r.shop, r.id, from, r.state, r.answer, r.answer_by, r.decided_at, r.closed_at,
                   r.shipped) == 1;
}

const db::Sql insert_refund_move_sql{"trading.insert_refund_move", R"sql(
    INSERT INTO trading_refund_moves (shop_id, refund_id, move_id, from_state, to_state, by_user, why, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_refund_move(db::Tx& tx, const Refund& r, std::int64_t id, RefundState from, UserId by, std::string_view why, Instant at)
{
    tx.put(insert_refund_move_sql, r.shop, r.id, id, from, r.state, by, why, at);
}

const db::Sql select_refund{"trading.select_refund", "SELECT " REFUND_COLUMNS " FROM trading_refunds WHERE shop_id = $1 AND refund_id = $2"};
std::optional<Refund> find_refund(db::ReadTx& tx, ShopId shop, RefundId refund) { return tx.one<Refund>(select_refund, shop, refund); }

const db::Sql select_refunds{"trading.select_refunds", "SELECT " REFUND_COLUMNS R"sql( FROM trading_refunds
     WHERE shop_id = $1 AND refund_id < $2 ORDER BY refund_id DESC LIMIT $3)sql"};
std::vector<Refund> list_refunds(db::ReadTx& tx, ShopId shop, std::int64_t before, std::int64_t limit)
{
    return tx.all<Refund>(select_refunds, shop, before, limit);
}

// The conditions on the state hold the partial index's own, word for word, so that SQLite knows it may use it.
const db::Sql select_open{"trading.select_open_refunds", "SELECT " REFUND_COLUMNS R"sql( FROM trading_refunds
     WHERE shop_id = $1 AND refund_id < $2 AND state IN ('asked', 'escalated') ORDER BY refund_id DESC LIMIT $3)sql"};
std::vector<Refund> open_refunds(db::ReadTx& tx, ShopId shop, std::int64_t before, std::int64_t limit)
{
    return tx.all<Refund>(select_open, shop, before, limit);
}

const db::Sql select_escalated{"trading.select_escalated_refunds", "SELECT " REFUND_COLUMNS R"sql( FROM trading_refunds
     WHERE refund_id > $1 AND state IN ('asked', 'escalated') AND state = 'escalated' ORDER BY refund_id LIMIT $2)sql"};
std::vector<Refund> escalated_refunds(db::ReadTx& tx, std::int64_t after, std::int64_t limit)
{
    return tx.all<Refund>(select_escalated, after, limit);
}

}  // namespace meadow::trading::store
