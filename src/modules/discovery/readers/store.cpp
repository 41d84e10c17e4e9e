#include "modules/discovery/readers/store.hpp"

#include "base/json.hpp"

namespace meadow::discovery::store {

const db::Sql select_reader{"discovery.select_reader", "SELECT personal, topics FROM discovery_readers WHERE user_id = $1"};
std::optional<ReaderRow> find_reader(db::ReadTx& tx, UserId user) { return tx.one<ReaderRow>(select_reader, user); }

const db::Sql upsert_reader{"discovery.upsert_reader", R"sql(
    INSERT INTO discovery_readers (user_id, personal, topics) VALUES ($1, $2, $3)
    ON CONFLICT (user_id) DO UPDATE SET personal = excluded.personal, topics = excluded.topics)sql"};
void put_reader(db::Tx& tx, UserId user, const ReaderRow& row) { tx.put(upsert_reader, user, row.personal, to_json(row.topics)); }

const db::Sql delete_reader{"discovery.delete_reader", "DELETE FROM discovery_readers WHERE user_id = $1"};
void forget_reader(db::Tx& tx, UserId user) { tx.put(delete_reader, user); }

}  // namespace meadow::discovery::store
