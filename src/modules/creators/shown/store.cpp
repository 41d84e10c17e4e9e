#include "modules/creators/shown/store.hpp"

namespace meadow::creators::store {

const db::Sql upsert_reach{"creators.add_reach", R"sql(
    INSERT INTO creators_reach (author_id, note_id, shown) VALUES ($1, $2, $3)
    ON CONFLICT (author_id, note_id) DO UPDATE SET shown = creators_reach.shown + $3)sql"};
void add_reach(db::Tx& tx, UserId author, const Reach& delta) { tx.put(upsert_reach, author, delta.note, delta.shown); }

const db::Sql select_reach{"creators.select_reach", R"sql(
    SELECT note_id, shown FROM creators_reach WHERE author_id = $1 AND note_id < $2 ORDER BY note_id DESC LIMIT $3)sql"};
std::vector<Reach> list_reach(db::ReadTx& tx, UserId author, NoteId before, std::int64_t limit) { return tx.all<Reach>(select_reach, author, before, limit); }

}  // namespace meadow::creators::store
