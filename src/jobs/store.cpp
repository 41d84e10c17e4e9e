#include "jobs/store.hpp"

#include "jobs/places.hpp"

namespace meadow::jobs::store {
namespace {

const db::Sql insert_news{"jobs.insert_news", "INSERT INTO jobs_outbox (kind, body, told_at) VALUES ($1, $2, $3)"};
const db::Sql insert_timer{"jobs.insert_timer", "INSERT INTO jobs_timers (due, id, kind, body) VALUES ($1, $2, $3, $4)"};

}  // namespace

void tell(db::Tx& tx, const std::vector<Told>& told, Instant now, IdSource& ids)
{
    for (const Told& news : told) {
        if (news.due) tx.put(insert_timer, news.due, ids.next(), news.kind, news.body);
        else tx.put(insert_news, news.kind, news.body, now);
    }
}

// SQLite has one writer, so the sequence alone is the order and the table's own key: a long backlog is never sorted.
const db::Sql select_news{"jobs.select_news.sqlite", R"sql(
    SELECT xid, seq, kind, body, told_at FROM jobs_outbox WHERE seq > $1 ORDER BY seq LIMIT $2)sql"};
const db::Sql select_settled_news{"jobs.select_settled_news.postgres", R"sql(
    SELECT xid, seq, kind, body, told_at FROM jobs_outbox
     WHERE (xid, seq) > ($1, $2) AND xid < $3 ORDER BY xid, seq LIMIT $4)sql"};

std::vector<News> news_after(db::ReadTx& tx, Place place, std::int64_t limit, std::int64_t below)
{
    if (tx.engine() == db::Engine::sqlite) return tx.all<News>(select_news, place.seq, limit);
    return tx.all<News>(select_settled_news, place.xid, place.seq, below, limit);
}

const db::Sql newest_sqlite{"jobs.newest.sqlite", "SELECT xid, seq FROM jobs_outbox ORDER BY seq DESC LIMIT 1"};
const db::Sql newest_postgres{"jobs.newest.postgres", R"sql(
    SELECT xid, seq FROM jobs_outbox WHERE xid < $1 ORDER BY xid DESC, seq DESC LIMIT 1)sql"};

Place newest(db::ReadTx& tx, std::int64_t below)
{
    const auto place = tx.engine() == db::Engine::sqlite ? tx.one<Place>(newest_sqlite) : tx.one<Place>(newest_postgres, below);
    return place.value_or(Place{});
}

const db::Sql delete_news_sqlite{"jobs.delete_news.sqlite", R"sql(
    DELETE FROM jobs_outbox WHERE seq IN (SELECT seq FROM jobs_outbox WHERE seq <= $1 ORDER BY seq LIMIT $3) AND told_at < $2)sql"};
const db::Sql delete_news_postgres{"jobs.delete_news.postgres", R"sql(
    DELETE FROM jobs_outbox WHERE (xid, seq) IN (
        SELECT xid, seq FROM jobs_outbox WHERE (xid, seq) <= ($1, $2) ORDER BY xid, seq LIMIT $4) AND told_at < $3)sql"};

std::int64_t prune_outbox(db::Tx& tx, Place heard_by_all, Instant told_before, std::int64_t limit)
{
    if (tx.engine() == db::Engine::sqlite) return tx.exec(delete_news_sqlite, heard_by_all.seq, told_before, limit);
    return tx.exec(delete_news_postgres, heard_by_all.xid, heard_by_all.seq, told_before, limit);
}

const db::Sql select_future{"jobs.select_future.postgres", R"sql(
    SELECT max(xid) FROM (SELECT max(xid) AS xid FROM jobs_outbox UNION ALL SELECT max(xid) FROM jobs_cursors) AS places
    HAVING max(xid) >= CAST(CAST(pg_current_xact_id() AS text) AS bigint))sql"};
const db::Sql move_outbox{"jobs.move_outbox.postgres", "UPDATE jobs_outbox SET xid = xid - $1"};
const db::Sql move_cursors{"jobs.move_cursors.postgres", "UPDATE jobs_cursors SET xid = xid - $1"};
bool leave_future(db::Tx& tx)
{
    if (tx.engine() != db::Engine::postgres) return false;
    const auto newest = tx.one<std::int64_t>(select_future);
    if (!newest) return false;
    tx.exec(move_outbox, *newest + 1);
    tx.exec(move_cursors, *newest + 1);
    return true;
}

const db::Sql update_turn{"jobs.update_turn", "UPDATE jobs_turn SET turn = turn + 1 WHERE id = 1"};
void take_turn(db::Tx& tx) { tx.exec(update_turn); }

const db::Sql select_cursor{"jobs.select_cursor", "SELECT xid, seq FROM jobs_cursors WHERE subscriber = $1"};
std::optional<Place> find_cursor(db::ReadTx& tx, std::string_view subscriber) { return tx.one<Place>(select_cursor, subscriber); }

const db::Sql upsert_cursor{"jobs.upsert_cursor", R"sql(
    INSERT INTO jobs_cursors (subscriber, xid, seq) VALUES ($1, $2, $3)
    ON CONFLICT (subscriber) DO UPDATE SET xid = excluded.xid, seq = excluded.seq)sql"};
void put_cursor(db::Tx& tx, std::string_view subscriber, Place place) { tx.put(upsert_cursor, subscriber, place.xid, place.seq); }

const db::Sql select_slowest{"jobs.select_slowest", "SELECT xid, seq FROM jobs_cursors ORDER BY xid, seq LIMIT 1"};
Place slowest(db::ReadTx& tx) { return tx.one<Place>(select_slowest).value_or(Place{}); }

const db::Sql select_timers{"jobs.select_timers", "SELECT due, id, kind, body FROM jobs_timers WHERE due <= $1 ORDER BY due, id LIMIT $2"};
const db::Sql delete_timer{"jobs.delete_timer", "DELETE FROM jobs_timers WHERE due = $1 AND id = $2"};
std::int64_t ring_timers(db::Tx& tx, Instant now, std::int64_t limit)
{
    const auto timers = tx.all<Timer>(select_timers, now, limit);
    for (const Timer& timer : timers) {
        tx.put(delete_timer, timer.due, timer.id);
        tx.put(insert_news, timer.kind, timer.body, now);
    }
    return std::int64_t(timers.size());
}

const db::Sql select_next_timer{"jobs.select_next_timer", "SELECT due FROM jobs_timers ORDER BY due, id LIMIT 1"};
std::optional<Instant> next_timer(db::ReadTx& tx) { return tx.one<Instant>(select_next_timer); }

const db::Sql insert_parked{"jobs.insert_parked", R"sql(
    INSERT INTO jobs_parked (id, subscriber, kind, body, error, attempts, parked_at, next_try_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void park(db::Tx& tx, const Parked& p)
{
    tx.put(insert_parked, p.id, p.subscriber, p.kind, p.body, p.error, p.attempts, p.parked_at, p.next_try_at);
}

const db::Sql select_parked_due{"jobs.select_parked_due", R"sql(
    SELECT id, subscriber, kind, body, error, attempts, parked_at, next_try_at FROM jobs_parked
     WHERE next_try_at > 0 AND next_try_at <= $1 ORDER BY id LIMIT $2)sql"};
std::vector<Parked> parked_due(db::ReadTx& tx, Instant now, std::int64_t limit) { return tx.all<Parked>(select_parked_due, now, limit); }

const db::Sql select_parked{"jobs.select_parked", R"sql(
    SELECT id, subscriber, kind, body, error, attempts, parked_at, next_try_at FROM jobs_parked WHERE id > $1 ORDER BY id LIMIT $2)sql"};
std::vector<Parked> list_parked(db::ReadTx& tx, std::int64_t after, std::int64_t limit) { return tx.all<Parked>(select_parked, after, limit); }

const db::Sql delete_parked{"jobs.delete_parked", "DELETE FROM jobs_parked WHERE id = $1"};
void unpark(db::Tx& tx, std::int64_t id) { tx.put(delete_parked, id); }

const db::Sql update_parked{"jobs.update_parked", R"sql(
    UPDATE jobs_parked SET attempts = attempts + 1, error = $2, next_try_at = $3 WHERE id = $1)sql"};
void postpone_parked(db::Tx& tx, std::int64_t id, std::string_view error, Instant next_try_at)
{
    tx.put(update_parked, id, error, next_try_at);
}

const db::Sql update_parked_now{"jobs.update_parked_now", "UPDATE jobs_parked SET next_try_at = $2 WHERE id = $1"};
bool retry_parked_now(db::Tx& tx, std::int64_t id, Instant now) { return tx.exec(update_parked_now, id, now) == 1; }

const db::Sql insert_errand{"jobs.insert_errand", R"sql(
    INSERT INTO jobs_errands (id, kind, body, due, attempts, error, state) VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
void add_errand(db::Tx& tx, const Errand& e) { tx.put(insert_errand, e.id, e.kind, e.body, e.due, e.attempts, e.error, e.state); }

const db::Sql select_errands{"jobs.select_errands", R"sql(
    SELECT id, kind, body, due, attempts, error, state FROM jobs_errands
     WHERE state = 'waiting' AND due <= $1 ORDER BY due LIMIT $2)sql"};
std::vector<Errand> errands_due(db::ReadTx& tx, Instant now, std::int64_t limit) { return tx.all<Errand>(select_errands, now, limit); }

const db::Sql update_claim{"jobs.update_claim", R"sql(
    UPDATE jobs_errands SET due = $3, attempts = attempts + 1 WHERE id = $1 AND due = $2 AND state = 'waiting')sql"};
bool claim_errand(db::Tx& tx, std::int64_t id, Instant due, Instant until) { return tx.exec(update_claim, id, due, until) == 1; }

const db::Sql delete_errand{"jobs.delete_errand", "DELETE FROM jobs_errands WHERE id = $1"};
void finish_errand(db::Tx& tx, std::int64_t id) { tx.put(delete_errand, id); }

const db::Sql update_errand{"jobs.update_errand", "UPDATE jobs_errands SET error = $2, due = $3, state = $4 WHERE id = $1"};
void postpone_errand(db::Tx& tx, std::int64_t id, std::string_view error, Instant due, std::string_view state)
{
    tx.put(update_errand, id, error, due, state);
}

const db::Sql select_failed_errands{"jobs.select_failed_errands", R"sql(
    SELECT id, kind, body, due, attempts, error, state FROM jobs_errands WHERE state = 'failed' AND id > $1 ORDER BY id LIMIT $2)sql"};
std::vector<Errand> list_failed_errands(db::ReadTx& tx, std::int64_t after, std::int64_t limit)
{
    return tx.all<Errand>(select_failed_errands, after, limit);
}

const db::Sql select_settings{"jobs.select_settings", R"sql(
    SELECT name, effective_from, value, set_by, set_at FROM jobs_settings ORDER BY name, effective_from)sql"};
std::vector<SettingRow> all_settings(db::ReadTx& tx) { return tx.all<SettingRow>(select_settings); }

const db::Sql upsert_setting{"jobs.upsert_setting", R"sql(
    INSERT INTO jobs_settings (name, effective_from, value, set_by, set_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (name, effective_from) DO UPDATE SET value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at)sql"};
void put_setting(db::Tx& tx, const SettingRow& row) { tx.exec(upsert_setting, row.name, row.effective_from, row.value, row.set_by, row.set_at); }

}  // namespace meadow::jobs::store
