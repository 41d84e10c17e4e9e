// The tables of the jobs floor: outbox, cursors, timers, parked news, errands, settings.
#pragma once
#include <optional>
#include <vector>

#include "db/migrate.hpp"
#include "db/tx.hpp"
#include "jobs/context.hpp"
#include "jobs/news.hpp"

namespace meadow::jobs {

extern const std::vector<db::Migration> schema;

struct Place {  // in the outbox
    std::int64_t xid = 0;
    std::int64_t seq = 0;
    auto operator<=>(const Place&) const = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (xid, seq))

struct Parked {
    std::int64_t id;
    std::string subscriber, kind, body, error;
    std::int64_t attempts;
    Instant parked_at, next_try_at;
};
BOOST_DESCRIBE_STRUCT(Parked, (), (id, subscriber, kind, body, error, attempts, parked_at, next_try_at))

struct Errand {
    std::int64_t id;
    std::string kind, body;
    Instant due;
    std::int64_t attempts;
    std::string error, state;
};
BOOST_DESCRIBE_STRUCT(Errand, (), (id, kind, body, due, attempts, error, state))

struct Timer {
    Instant due;
    std::int64_t id;
    std::string kind;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(Timer, (), (due, id, kind, body))

struct Subscriber {
    std::string name;
    std::int64_t xid, seq;   // the place it has heard up to
};
BOOST_DESCRIBE_STRUCT(Subscriber, (), (name, xid, seq))

// How much waits, each counted to at most `most_counted`.
struct Backlog {
    std::int64_t outbox = 0;     // news kept, heard or not
    std::int64_t timers = 0;
    std::int64_t parked = 0;
    std::int64_t errands = 0;    // waiting to be done
    std::int64_t failed = 0;     // given up on
};
BOOST_DESCRIBE_STRUCT(Backlog, (), (outbox, timers, parked, errands, failed))
constexpr std::int64_t most_counted = 10'000;

struct SettingRow {
    std::string name;
    Instant effective_from;
    std::string value;
    UserId set_by;
    Instant set_at;
};
BOOST_DESCRIBE_STRUCT(SettingRow, (), (name, effective_from, value, set_by, set_at))

namespace store {

// What a verb told: into the outbox, or among the timers when it has a due time.
void tell(db::Tx&, const std::vector<Told>&, Instant now, IdSource&);
// Whoever goes on after the last of them next time must read below the horizon (horizon.hpp), taken before this transaction began.
std::vector<News> news_after(db::ReadTx&, Place, std::int64_t limit, std::int64_t below = INT64_MAX);
// The newest place below `below`.
Place newest(db::ReadTx&, std::int64_t below = INT64_MAX);
std::int64_t prune_outbox(db::Tx&, Place heard_by_all, Instant told_before, std::int64_t limit);

void take_turn(db::Tx&);
std::optional<Place> find_cursor(db::ReadTx&, std::string_view subscriber);
void put_cursor(db::Tx&, std::string_view subscriber, Place);
// How far the slowest subscriber has heard.
Place slowest(db::ReadTx&);

// Moves up to `limit` timers that are due into the outbox. Returns how many.
std::int64_t ring_timers(db::Tx&, Instant now, std::int64_t limit);
std::optional<Instant> next_timer(db::ReadTx&);

void park(db::Tx&, const Parked&);
std::vector<Parked> parked_due(db::ReadTx&, Instant now, std::int64_t limit);
std::vector<Parked> list_parked(db::ReadTx&, std::int64_t after, std::int64_t limit);
void unpark(db::Tx&, std::int64_t id);
void postpone_parked(db::Tx&, std::int64_t id, std::string_view error, Instant next_try_at);
bool retry_parked_now(db::Tx&, std::int64_t id, Instant now);

void add_errand(db::Tx&, const Errand&);
std::vector<Errand> errands_due(db::ReadTx&, Instant now, std::int64_t limit);
// Takes an errand for one run: false when somebody else did. It comes due again at `until` if this process dies.
bool claim_errand(db::Tx&, std::int64_t id, Instant due, Instant until);
void finish_errand(db::Tx&, std::int64_t id);
void postpone_errand(db::Tx&, std::int64_t id, std::string_view error, Instant due, std::string_view state);
std::vector<Errand> list_failed_errands(db::ReadTx&, std::int64_t after, std::int64_t limit);

// For people who look after the machine (store_looks.cpp).
Backlog count_backlog(db::ReadTx&);
std::vector<Subscriber> subscribers(db::ReadTx&);              // by name
std::int64_t count_unheard(db::ReadTx&, const Subscriber&);    // at most most_counted
std::vector<Timer> list_timers(db::ReadTx&, Instant after_due, std::int64_t after_id, std::int64_t limit);   // the next to ring first
std::vector<Errand> list_errands(db::ReadTx&, std::int64_t after, std::int64_t limit);
bool retry_errand_now(db::Tx&, std::int64_t id, Instant now);  // one that was given up on

std::vector<SettingRow> all_settings(db::ReadTx&);
void put_setting(db::Tx&, const SettingRow&);

}  // namespace store
}  // namespace meadow::jobs
