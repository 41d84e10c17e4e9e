#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery::store {

const db::Sql insert_diary{"discovery.insert_diary", R"sql(
    INSERT INTO discovery_diary (reader_id, key, at, kind, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (reader_id, key) DO NOTHING)sql"};
bool insert_entry(db::Tx& events, const Entry& e) { return events.exec(insert_diary, e.reader, e.key, e.at, e.kind, e.body) == 1; }

const db::Sql select_diary{"discovery.select_diary", R"sql(
    SELECT xid, seq, reader_id, key, at, kind, body FROM discovery_diary WHERE seq > $2 AND xid >= $1 ORDER BY seq LIMIT $3)sql"};
const db::Sql select_settled_diary{"discovery.select_settled_diary.postgres", R"sql(
    SELECT xid, seq, reader_id, key, at, kind, body FROM discovery_diary
     WHERE (xid, seq) > ($1, $2) AND xid < CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)
     ORDER BY xid, seq LIMIT $3)sql"};
std::vector<EntryRow> entries_after(db::ReadTx& events, Place place, std::int64_t limit)
{
    const auto& sql = events.engine() == db::Engine::sqlite ? select_diary : select_settled_diary;
    return events.all<EntryRow>(sql, place.xid, place.seq, limit);
}

const db::Sql select_shown_cursor{"discovery.select_shown_cursor", "SELECT xid, seq FROM discovery_shown_cursor WHERE id = 1"};
Place shown_cursor(db::ReadTx& tx) { return tx.one<Place>(select_shown_cursor).value_or(Place{}); }

const db::Sql update_shown_cursor{"discovery.move_shown_cursor", R"sql(
    UPDATE discovery_shown_cursor SET xid = $3, seq = $4 WHERE id = 1 AND xid = $1 AND seq = $2)sql"};
bool move_shown_cursor(db::Tx& tx, Place from, Place to) { return tx.exec(update_shown_cursor, from.xid, from.seq, to.xid, to.seq) == 1; }

const db::Sql select_place{"discovery.select_place", "SELECT xid, seq FROM discovery_diary WHERE xid = $1 AND seq = $2"};
bool holds_entry(db::ReadTx& events, Place place) { return events.one<Place>(select_place, place.xid, place.seq).has_value(); }

const db::Sql delete_diary{"discovery.delete_diary", R"sql(
    DELETE FROM discovery_diary WHERE seq IN (
        SELECT seq FROM discovery_diary WHERE kind IN ('page', 'deed') AND at < $1 ORDER BY xid, seq LIMIT $2))sql"};
std::int64_t forget_entries(db::Tx& events, Instant before, std::int64_t limit) { return events.exec(delete_diary, before, limit); }

}  // namespace meadow::discovery::store
