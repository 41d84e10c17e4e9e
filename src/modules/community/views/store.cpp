#include "modules/community/views/store.hpp"

#include "modules/community/community.hpp"

namespace meadow::community::store {

const db::Sql insert_view_sql{"community.insert_view", R"sql(
    INSERT INTO community_views (viewer_id, event, note_id, author_id, at, dwell_ms, source, finished, told_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (viewer_id, event) DO NOTHING)sql"};
bool insert_view(db::Tx& events, const View& v, Instant now)
{
    return events.exec(insert_view_sql, v.viewer, v.event, v.note, v.author, v.at, v.dwell_ms, v.source, v.finished, now) == 1;
}

const db::Sql select_views{"community.select_views", R"sql(
    SELECT xid, seq, note_id, author_id, finished FROM community_views
     WHERE seq > $2 AND xid >= $1 ORDER BY seq LIMIT $3)sql"};
const db::Sql select_settled_views{"community.select_settled_views.postgres", R"sql(
    SELECT xid, seq, note_id, author_id, finished FROM community_views
     WHERE (xid, seq) > ($1, $2) AND xid < $3 ORDER BY xid, seq LIMIT $4)sql"};
std::vector<ViewRow> views_after(db::ReadTx& events, ViewPlace place, jobs::Horizon horizon, std::int64_t limit)
{
    if (events.engine() == db::Engine::sqlite) return events.all<ViewRow>(select_views, place.xid, place.seq, limit);
    return events.all<ViewRow>(select_settled_views, place.xid, place.seq, horizon.settled, limit);
}

// The oldest few are looked at, and go when they are old enough: never a walk over the whole table.
const db::Sql delete_views{"community.delete_views", R"sql(
    DELETE FROM community_views
     WHERE seq IN (SELECT seq FROM community_views WHERE seq <= $2 AND xid <= $1 ORDER BY seq LIMIT $4) AND told_at < $3)sql"};
const db::Sql delete_views_postgres{"community.delete_views.postgres", R"sql(
    DELETE FROM community_views WHERE (xid, seq) IN (
        SELECT xid, seq FROM community_views WHERE (xid, seq) <= ($1, $2) ORDER BY xid, seq LIMIT $4) AND told_at < $3)sql"};
std::int64_t forget_views(db::Tx& events, ViewPlace counted, Instant before, std::int64_t limit)
{
    const auto& sql = events.engine() == db::Engine::sqlite ? delete_views : delete_views_postgres;
    return events.exec(sql, counted.xid, counted.seq, before, limit);
}

const db::Sql select_cursor{"community.select_view_cursor", "SELECT xid, seq FROM community_view_cursor WHERE id = 1"};
ViewPlace view_cursor(db::ReadTx& tx) { return tx.one<ViewPlace>(select_cursor).value_or(ViewPlace{}); }

const db::Sql update_cursor{"community.update_view_cursor", R"sql(
    UPDATE community_view_cursor SET xid = $3, seq = $4 WHERE id = 1 AND xid = $1 AND seq = $2)sql"};
bool move_view_cursor(db::Tx& tx, ViewPlace from, ViewPlace to) { return tx.exec(update_cursor, from.xid, from.seq, to.xid, to.seq) == 1; }

}  // namespace meadow::community::store

namespace meadow::community {

const db::Sql select_future{"community.select_future.postgres", R"sql(
    SELECT max(xid) FROM (SELECT max(xid) AS xid FROM community_views UNION ALL SELECT max(xid) FROM community_view_cursor) AS places
    HAVING max(xid) >= CAST(CAST(pg_current_xact_id() AS text) AS bigint))sql"};
const db::Sql move_views{"community.move_views.postgres", "UPDATE community_views SET xid = xid - $1"};
const db::Sql move_cursor{"community.move_view_cursor.postgres", "UPDATE community_view_cursor SET xid = xid - $1"};
bool leave_future(db::Tx& tx)
{
    if (tx.engine() != db::Engine::postgres) return false;
    const auto newest = tx.one<std::int64_t>(select_future);
    if (!newest) return false;
    tx.exec(move_views, *newest + 1);
    tx.exec(move_cursor, *newest + 1);
    return true;
}

}  // namespace meadow::community
