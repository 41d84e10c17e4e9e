// What people see who look after the machine: how much waits, and for what.
#include "jobs/store.hpp"

namespace meadow::jobs::store {

const db::Sql select_backlog{"jobs.select_backlog", R"sql(
    SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM jobs_outbox
                                   WHERE (xid, seq) > (SELECT xid, seq FROM jobs_cursors ORDER BY xid, seq LIMIT 1) LIMIT $1) AS a),
           (SELECT COUNT(*) FROM (SELECT 1 FROM jobs_timers LIMIT $1) AS b),
           (SELECT COUNT(*) FROM (SELECT 1 FROM jobs_parked LIMIT $1) AS c),
           (SELECT COUNT(*) FROM (SELECT 1 FROM jobs_errands WHERE state = 'waiting' LIMIT $1) AS d),
           (SELECT COUNT(*) FROM (SELECT 1 FROM jobs_errands WHERE state = 'failed' LIMIT $1) AS e))sql"};
Backlog count_backlog(db::ReadTx& tx) { return tx.one<Backlog>(select_backlog, most_counted).value_or(Backlog{}); }

const db::Sql select_subscribers{"jobs.select_subscribers", "SELECT subscriber, xid, seq FROM jobs_cursors ORDER BY subscriber"};
std::vector<Subscriber> subscribers(db::ReadTx& tx) { return tx.all<Subscriber>(select_subscribers); }

const db::Sql select_unheard{"jobs.select_unheard", R"sql(
    SELECT COUNT(*) FROM (SELECT 1 FROM jobs_outbox WHERE (xid, seq) > ($1, $2) LIMIT $3) AS unheard)sql"};
std::int64_t count_unheard(db::ReadTx& tx, const Subscriber& s)
{
    return tx.one<std::int64_t>(select_unheard, s.xid, s.seq, most_counted).value_or(0);
}

const db::Sql select_timer_list{"jobs.select_timer_list", R"sql(
    SELECT due, id, kind, body FROM jobs_timers WHERE (due, id) > ($1, $2) ORDER BY due, id LIMIT $3)sql"};
std::vector<Timer> list_timers(db::ReadTx& tx, Instant after_due, std::int64_t after_id, std::int64_t limit)
{
    return tx.all<Timer>(select_timer_list, after_due, after_id, limit);
}

const db::Sql select_errand_list{"jobs.select_errand_list", R"sql(
    SELECT id, kind, body, due, attempts, error, state FROM jobs_errands WHERE id > $1 ORDER BY id LIMIT $2)sql"};
std::vector<Errand> list_errands(db::ReadTx& tx, std::int64_t after, std::int64_t limit) { return tx.all<Errand>(select_errand_list, after, limit); }

const db::Sql update_failed_errand{"jobs.update_failed_errand", R"sql(
    UPDATE jobs_errands SET state = 'waiting', due = $2 WHERE id = $1 AND state = 'failed')sql"};
bool retry_errand_now(db::Tx& tx, std::int64_t id, Instant now) { return tx.exec(update_failed_errand, id, now) == 1; }

}  // namespace meadow::jobs::store
