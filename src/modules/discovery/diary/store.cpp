#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery::store {

const db::Sql insert_diary{"discovery.insert_diary", R"sql(
    INSERT INTO discovery_diary (reader_id, key, at, kind, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (reader_id, key) DO NOTHING)sql"};
bool insert_entry(db::Tx& events, const Entry& e) { return events.exec(insert_diary, e.reader, e.key, e.at, e.kind, e.body) == 1; }

const db::Sql empty_sought_sql{"discovery.empty_sought", R"sql(
    UPDATE discovery_diary SET key = 'gone:' || CAST(seq AS text), body = '{"notes":[],"products":[]}' WHERE reader_id = $1 AND kind = 'sought')sql"};
const db::Sql empty_lists_sql{"discovery.empty_lists", R"sql(
    UPDATE discovery_diary SET body = '{"surface":"search","notes":[]}' WHERE reader_id = $1 AND kind = 'list')sql"};
void empty_searches_and_lists(db::Tx& events, UserId reader)
{
    events.put(empty_sought_sql, reader);
    events.put(empty_lists_sql, reader);
}

const db::Sql select_diary{"discovery.select_diary", R"sql(
    SELECT xid, seq, reader_id, key, at, kind, body FROM discovery_diary WHERE seq > $2 AND xid >= $1 ORDER BY seq LIMIT $3)sql"};
const db::Sql select_settled_diary{"discovery.select_settled_diary.postgres", R"sql(
    SELECT xid, seq, reader_id, key, at, kind, body FROM discovery_diary
     WHERE (xid, seq) > ($1, $2) AND xid < $3 ORDER BY xid, seq LIMIT $4)sql"};
std::vector<EntryRow> entries_after(db::ReadTx& events, Place place, jobs::Horizon horizon, std::int64_t limit)
{
    if (events.engine() == db::Engine::sqlite) return events.all<EntryRow>(select_diary, place.xid, place.seq, limit);
    return events.all<EntryRow>(select_settled_diary, place.xid, place.seq, horizon.settled, limit);
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
        SELECT seq FROM discovery_diary WHERE seq <= $2 AND xid <= $1 AND kind IN ('page', 'deed', 'sought', 'opened', 'guests', 'list') AND at < $3 ORDER BY seq LIMIT $4))sql"};
const db::Sql delete_settled_diary{"discovery.delete_settled_diary.postgres", R"sql(
    DELETE FROM discovery_diary WHERE (xid, seq) IN (
        SELECT xid, seq FROM discovery_diary WHERE (xid, seq) <= ($1, $2) AND kind IN ('page', 'deed', 'sought', 'opened', 'guests', 'list') AND at < $3 ORDER BY xid, seq LIMIT $4))sql"};
std::int64_t forget_entries(db::Tx& events, Place up_to, Instant before, std::int64_t limit)
{
    return events.exec(events.engine() == db::Engine::sqlite ? delete_diary : delete_settled_diary, up_to.xid, up_to.seq, before, limit);
}

}  // namespace meadow::discovery::store

namespace meadow::discovery {

const db::Sql select_future{"discovery.select_future.postgres", R"sql(
    SELECT max(xid) FROM (SELECT max(xid) AS xid FROM discovery_diary UNION ALL SELECT max(xid) FROM discovery_shown_cursor
                          UNION ALL SELECT max(until_xid) FROM discovery_exposure_cursor) AS places
    HAVING max(xid) >= CAST(CAST(pg_current_xact_id() AS text) AS bigint))sql"};
const db::Sql move_diary{"discovery.move_diary.postgres", "UPDATE discovery_diary SET xid = xid - $1"};
const db::Sql move_cursor_back{"discovery.move_shown_cursor_back.postgres", "UPDATE discovery_shown_cursor SET xid = xid - $1"};
const db::Sql move_exposure_back{"discovery.move_exposure_cursor_back.postgres", R"sql(
    UPDATE discovery_exposure_cursor SET from_xid = from_xid - $1, until_xid = until_xid - $1, next_xid = next_xid - $1)sql"};
bool leave_future(db::Tx& tx)
{
    if (tx.engine() != db::Engine::postgres) return false;
    const auto newest = tx.one<std::int64_t>(select_future);
    if (!newest) return false;
    tx.exec(move_diary, *newest + 1);
    tx.exec(move_cursor_back, *newest + 1);
    tx.exec(move_exposure_back, *newest + 1);
    return true;
}

}  // namespace meadow::discovery
