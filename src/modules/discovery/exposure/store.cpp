#include "modules/discovery/exposure/store.hpp"

#include "db/many_rows.hpp"

namespace meadow::discovery::store {

const db::Sql select_exposure_cursor{"discovery.select_exposure_cursor", R"sql(
    SELECT day, from_xid, from_seq, until_xid, until_seq, next_xid, next_seq, shares, share, written FROM discovery_exposure_cursor WHERE id = 1)sql"};
ExposureCursor exposure_cursor(db::ReadTx& tx) { return tx.one<ExposureCursor>(select_exposure_cursor).value_or(ExposureCursor{}); }

const db::Sql update_exposure_cursor{"discovery.move_exposure_cursor", R"sql(
    UPDATE discovery_exposure_cursor SET day = $6, from_xid = $7, from_seq = $8, until_xid = $9, until_seq = $10, next_xid = $11, next_seq = $12, shares = $13,
           share = $14, written = $15
     WHERE id = 1 AND day = $1 AND from_seq = $2 AND shares = $3 AND share = $4 AND written = $5)sql"};
bool move_exposure_cursor(db::Tx& tx, const ExposureCursor& from, const ExposureCursor& to)
{
    return tx.exec(update_exposure_cursor, from.day, from.from.seq, from.shares, from.share, from.written, to.day, to.from.xid, to.from.seq, to.until.xid,
                   to.until.seq, to.next.xid, to.next.seq, to.shares, to.share, to.written) == 1;
}

const db::Sql add_exposure_sql{"discovery.add_exposure", R"sql(
    INSERT INTO discovery_exposure_days (day, surface, source, slot, policy, shown, guests, opened, answered, likes, collects, comments, shares, follows, carts, orders,
                                         hides, expected, weight, weighted_opens, reads)
    SELECT day, surface, source, slot, policy, shown, guests, opened, answered, likes, collects, comments, shares, follows, carts, orders, hides, expected, weight,
           weighted_opens, reads
      FROM @rows($1, day bigint, surface text, source text, slot bigint, policy bigint, shown bigint, guests bigint, opened bigint, answered bigint, likes bigint,
                 collects bigint, comments bigint, shares bigint, follows bigint, carts bigint, orders bigint, hides bigint, expected bigint, weight bigint,
                 weighted_opens bigint, reads bigint)
     WHERE 1 = 1
        ON CONFLICT (day, surface, source, slot, policy) DO UPDATE
       SET shown = discovery_exposure_days.shown + excluded.shown, guests = discovery_exposure_days.guests + excluded.guests,
           opened = discovery_exposure_days.opened + excluded.opened, answered = discovery_exposure_days.answered + excluded.answered,
           likes = discovery_exposure_days.likes + excluded.likes, collects = discovery_exposure_days.collects + excluded.collects,
           comments = discovery_exposure_days.comments + excluded.comments, shares = discovery_exposure_days.shares + excluded.shares,
           follows = discovery_exposure_days.follows + excluded.follows, carts = discovery_exposure_days.carts + excluded.carts,
           orders = discovery_exposure_days.orders + excluded.orders, hides = discovery_exposure_days.hides + excluded.hides,
           expected = discovery_exposure_days.expected + excluded.expected, weight = discovery_exposure_days.weight + excluded.weight,
           weighted_opens = discovery_exposure_days.weighted_opens + excluded.weighted_opens,
           reads = discovery_exposure_days.reads + excluded.reads)sql"};
void add_exposure(db::Tx& tx, const std::vector<ExposureRow>& rows) { tx.put(add_exposure_sql, db::many(rows)); }

const db::Sql add_readers_sql{"discovery.add_exposure_readers", R"sql(
    INSERT INTO discovery_exposure_readers (day, surface, readers, shown, opened, shown_shown, shown_opened, opened_opened)
    SELECT day, surface, readers, shown, opened, shown_shown, shown_opened, opened_opened
      FROM @rows($1, day bigint, surface text, readers bigint, shown bigint, opened bigint, shown_shown bigint, shown_opened bigint, opened_opened bigint)
     WHERE 1 = 1
        ON CONFLICT (day, surface) DO UPDATE
       SET readers = discovery_exposure_readers.readers + excluded.readers, shown = discovery_exposure_readers.shown + excluded.shown,
           opened = discovery_exposure_readers.opened + excluded.opened, shown_shown = discovery_exposure_readers.shown_shown + excluded.shown_shown,
           shown_opened = discovery_exposure_readers.shown_opened + excluded.shown_opened,
           opened_opened = discovery_exposure_readers.opened_opened + excluded.opened_opened)sql"};
void add_readers(db::Tx& tx, const std::vector<ReadersRow>& rows) { tx.put(add_readers_sql, db::many(rows)); }

const db::Sql add_note_exposure_sql{"discovery.add_exposure_notes", R"sql(
    INSERT INTO discovery_exposure_notes (note_id, day, shown, guests, opened, answered)
    SELECT note_id, day, shown, guests, opened, answered
      FROM @rows($1, note_id bigint, day bigint, shown bigint, guests bigint, opened bigint, answered bigint)
     WHERE 1 = 1
        ON CONFLICT (note_id, day) DO UPDATE
       SET shown = discovery_exposure_notes.shown + excluded.shown, guests = discovery_exposure_notes.guests + excluded.guests,
           opened = discovery_exposure_notes.opened + excluded.opened, answered = discovery_exposure_notes.answered + excluded.answered)sql"};
void add_note_exposure(db::Tx& tx, const std::vector<NoteExposureRow>& rows) { tx.put(add_note_exposure_sql, db::many(rows)); }

const db::Sql forget_exposure_days{"discovery.forget_exposure_days", R"sql(
    DELETE FROM discovery_exposure_days WHERE (day, surface, source, slot, policy) IN (
        SELECT day, surface, source, slot, policy FROM discovery_exposure_days WHERE day < $1 ORDER BY day LIMIT $2))sql"};
const db::Sql forget_exposure_notes{"discovery.forget_exposure_notes", R"sql(
    DELETE FROM discovery_exposure_notes WHERE (note_id, day) IN (SELECT note_id, day FROM discovery_exposure_notes WHERE day < $1 ORDER BY day LIMIT $2))sql"};
const db::Sql forget_exposure_readers{"discovery.forget_exposure_readers", R"sql(
    DELETE FROM discovery_exposure_readers WHERE (day, surface) IN (SELECT day, surface FROM discovery_exposure_readers WHERE day < $1 ORDER BY day LIMIT $2))sql"};
std::int64_t forget_exposure(db::Tx& tx, std::int64_t before_day, std::int64_t limit)
{
    return tx.exec(forget_exposure_days, before_day, limit) + tx.exec(forget_exposure_notes, before_day, limit) + tx.exec(forget_exposure_readers, before_day, limit);
}

const db::Sql sum_exposure_sql{"discovery.sum_exposure", R"sql(
    SELECT CASE WHEN CAST($1 AS text) = 'day' THEN day ELSE 0 END AS day, CASE WHEN CAST($1 AS text) = 'surface' THEN surface ELSE '' END AS surface,
           CASE WHEN CAST($1 AS text) = 'source' THEN source ELSE '' END AS source, CASE WHEN CAST($1 AS text) = 'slot' THEN slot ELSE 0 END AS slot,
           CASE WHEN CAST($1 AS text) = 'policy' THEN policy ELSE 0 END AS policy,
           CAST(sum(shown) AS bigint), CAST(sum(guests) AS bigint), CAST(sum(opened) AS bigint), CAST(sum(answered) AS bigint), CAST(sum(likes) AS bigint),
           CAST(sum(collects) AS bigint), CAST(sum(comments) AS bigint), CAST(sum(shares) AS bigint), CAST(sum(follows) AS bigint), CAST(sum(carts) AS bigint),
           CAST(sum(orders) AS bigint), CAST(sum(hides) AS bigint), CAST(sum(expected) AS bigint), CAST(sum(weight) AS bigint), CAST(sum(weighted_opens) AS bigint), CAST(sum(reads) AS bigint)
      FROM discovery_exposure_days
     WHERE day BETWEEN $2 AND $3 AND (CAST($4 AS text) = '' OR surface = CAST($4 AS text)) AND (CAST($5 AS text) = '' OR source = CAST($5 AS text))
       AND (CAST($6 AS bigint) < 0 OR slot = CAST($6 AS bigint)) AND (CAST($7 AS bigint) < 0 OR policy = CAST($7 AS bigint))
     GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5 LIMIT $8 OFFSET $9)sql"};
std::vector<ExposureRow> sum_exposure(db::ReadTx& tx, const ExposureFilter& f, const std::string& by, std::int64_t offset, std::int64_t limit)
{
    return tx.all<ExposureRow>(sum_exposure_sql, by, f.from, f.until, f.surface, f.source, f.slot, f.policy, limit, offset);
}

const db::Sql list_exposure_sql{"discovery.list_exposure", R"sql(
    SELECT day, surface, source, slot, policy, shown, guests, opened, answered, likes, collects, comments, shares, follows, carts, orders, hides, expected, weight,
           weighted_opens, reads
      FROM discovery_exposure_days
     WHERE day BETWEEN $1 AND $2 AND (CAST($3 AS text) = '' OR surface = CAST($3 AS text)) AND (CAST($4 AS text) = '' OR source = CAST($4 AS text))
       AND (CAST($5 AS bigint) < 0 OR slot = CAST($5 AS bigint)) AND (CAST($6 AS bigint) < 0 OR policy = CAST($6 AS bigint))
     ORDER BY day, surface, source, slot, policy LIMIT $7 OFFSET $8)sql"};
std::vector<ExposureRow> list_exposure(db::ReadTx& tx, const ExposureFilter& f, std::int64_t offset, std::int64_t limit)
{
    return tx.all<ExposureRow>(list_exposure_sql, f.from, f.until, f.surface, f.source, f.slot, f.policy, limit, offset);
}

const db::Sql sum_readers_sql{"discovery.sum_exposure_readers", R"sql(
    SELECT CAST(0 AS bigint), surface, CAST(sum(readers) AS bigint), CAST(sum(shown) AS bigint), CAST(sum(opened) AS bigint), CAST(sum(shown_shown) AS bigint),
           CAST(sum(shown_opened) AS bigint), CAST(sum(opened_opened) AS bigint)
      FROM discovery_exposure_readers WHERE day BETWEEN $1 AND $2 GROUP BY surface ORDER BY surface)sql"};
std::vector<ReadersRow> sum_readers(db::ReadTx& tx, std::int64_t from, std::int64_t until) { return tx.all<ReadersRow>(sum_readers_sql, from, until); }

const db::Sql list_note_exposure_sql{"discovery.list_exposure_notes", R"sql(
    SELECT note_id, day, shown, guests, opened, answered FROM discovery_exposure_notes WHERE note_id = $1 AND day < $2 ORDER BY day DESC LIMIT $3)sql"};
std::vector<NoteExposureRow> list_note_exposure(db::ReadTx& tx, NoteId note, std::int64_t before_day, std::int64_t limit)
{
    return tx.all<NoteExposureRow>(list_note_exposure_sql, note, before_day, limit);
}

}  // namespace meadow::discovery::store
