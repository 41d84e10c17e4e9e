#include "modules/discovery/wishes/store.hpp"

namespace meadow::discovery::store {

const db::Sql upsert_wish{"discovery.upsert_wish", R"sql(
    INSERT INTO discovery_wishes (user_id, wish, key, at) VALUES ($1, $2, $3, $4) ON CONFLICT (user_id, wish, key) DO NOTHING)sql"};
void put_wish(db::Tx& tx, UserId user, const WishRow& w) { tx.put(upsert_wish, user, w.wish, w.key, w.at); }

const db::Sql delete_wish{"discovery.delete_wish", "DELETE FROM discovery_wishes WHERE user_id = $1 AND wish = $2 AND key = $3"};
void remove_wish(db::Tx& tx, UserId user, Wish wish, std::int64_t key) { tx.put(delete_wish, user, wish, key); }

const db::Sql count_kind{"discovery.count_wishes", "SELECT count(*) FROM discovery_wishes WHERE user_id = $1 AND wish = $2"};
std::int64_t count_wishes(db::ReadTx& tx, UserId user, Wish wish) { return tx.one<std::int64_t>(count_kind, user, wish).value_or(0); }

const db::Sql select_standing{"discovery.select_standing_wishes", R"sql(
    SELECT wish, key, at FROM discovery_wishes WHERE user_id = $1 ORDER BY at DESC, key DESC LIMIT $2)sql"};
std::vector<WishRow> standing_wishes(db::ReadTx& tx, UserId user) { return tx.all<WishRow>(select_standing, user, 4 * most_wishes); }

const db::Sql select_about{"discovery.select_wishes_about", R"sql(
    SELECT wish, key, at FROM discovery_wishes WHERE user_id = $1 AND (wish = 'hide_topic' OR (wish IN ('hide_note', 'hide_author') AND key IN @list($2))))sql"};
std::vector<WishRow> wishes_about(db::ReadTx& tx, UserId user, const std::vector<std::int64_t>& keys) { return tx.all<WishRow>(select_about, user, keys); }

const db::Sql select_kind{"discovery.select_wishes", R"sql(
    SELECT wish, key, at FROM discovery_wishes WHERE user_id = $1 AND wish = $2 ORDER BY at DESC, key DESC LIMIT $3)sql"};
std::vector<WishRow> list_wishes(db::ReadTx& tx, UserId user, Wish wish, std::int64_t limit) { return tx.all<WishRow>(select_kind, user, wish, limit); }

const db::Sql delete_all{"discovery.delete_wishes", "DELETE FROM discovery_wishes WHERE user_id = $1"};
void forget_wishes(db::Tx& tx, UserId user) { tx.put(delete_all, user); }

}  // namespace meadow::discovery::store
