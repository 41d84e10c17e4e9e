#include "modules/identity/blocks/store.hpp"

namespace meadow::identity {

const db::Sql select_block_between{"identity.select_block_between", R"sql(
    SELECT since FROM identity_blocks WHERE (user_id = $1 AND blocked_id = $2) OR (user_id = $2 AND blocked_id = $1) LIMIT 1)sql"};
bool blocked_between(db::ReadTx& tx, UserId a, UserId b) { return tx.one<Instant>(select_block_between, a, b).has_value(); }

const db::Sql select_blocked_with{"identity.select_blocked_with", R"sql(
    SELECT blocked_id FROM identity_blocks WHERE user_id = $1 AND blocked_id IN @list($2)
     UNION SELECT user_id FROM identity_blocks WHERE blocked_id = $1 AND user_id IN @list($2))sql"};
std::vector<UserId> blocked_with(db::ReadTx& tx, UserId who, const std::vector<UserId>& others)
{
    return !who || others.empty() ? std::vector<UserId>{} : tx.all<UserId>(select_blocked_with, who, others);
}

namespace store {

const db::Sql insert_block_sql{"identity.insert_block", R"sql(
    INSERT INTO identity_blocks (user_id, blocked_id, since) VALUES ($1, $2, $3) ON CONFLICT (user_id, blocked_id) DO NOTHING)sql"};
void insert_block(db::Tx& tx, UserId who, UserId blocked, Instant since) { tx.put(insert_block_sql, who, blocked, since); }

const db::Sql delete_block_sql{"identity.delete_block", "DELETE FROM identity_blocks WHERE user_id = $1 AND blocked_id = $2"};
void delete_block(db::Tx& tx, UserId who, UserId blocked) { tx.put(delete_block_sql, who, blocked); }

const db::Sql count_blocks_sql{"identity.count_blocks", "SELECT count(*) FROM identity_blocks WHERE user_id = $1"};
std::int64_t count_blocks(db::ReadTx& tx, UserId who) { return *tx.one<std::int64_t>(count_blocks_sql, who); }

const db::Sql select_blocks{"identity.select_blocks", R"sql(
    SELECT blocked_id, since FROM identity_blocks WHERE user_id = $1 AND blocked_id < $2 ORDER BY blocked_id DESC LIMIT $3)sql"};
std::vector<BlockRow> list_blocks(db::ReadTx& tx, UserId who, std::int64_t before, std::int64_t limit)
{
    return tx.all<BlockRow>(select_blocks, who, before, limit);
}

const db::Sql delete_blocks_of_sql{"identity.delete_blocks_of", "DELETE FROM identity_blocks WHERE user_id = $1"};
void delete_blocks_of(db::Tx& tx, UserId who) { tx.put(delete_blocks_of_sql, who); }

}  // namespace store
}  // namespace meadow::identity
