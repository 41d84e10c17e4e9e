#pragma once
#include <vector>

#include "base/page.hpp"
#include "jobs/context.hpp"
#include "jobs/store.hpp"

namespace meadow::operations {

struct SubscriberView {
    std::string name;
    std::int64_t unheard = 0;   // news it has yet to hear, at most jobs::most_counted
};
BOOST_DESCRIBE_STRUCT(SubscriberView, (), (name, unheard))

struct BacklogView {
    jobs::Backlog waiting;                      // each at most jobs::most_counted
    std::vector<SubscriberView> subscribers;    // by name
};
BOOST_DESCRIBE_STRUCT(BacklogView, (), (waiting, subscribers))

struct ListBacklog {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListBacklog, (), (cursor, limit))

struct TimerView {
    std::string key;
    std::string kind;
    Instant due;
};
BOOST_DESCRIBE_STRUCT(TimerView, (), (key, kind, due))

// News that a subscriber could not digest.
struct ParkedView {
    std::string key;
    std::string subscriber;
    std::string kind;
    RawJson body;
    std::string error;
    std::int64_t attempts = 0;
    Instant parked_at;
    std::optional<Instant> next_try_at;   // absent: waits for a person
};
BOOST_DESCRIBE_STRUCT(ParkedView, (), (key, subscriber, kind, body, error, attempts, parked_at, next_try_at))

// Work with the world outside. What exactly it carries is not shown: it may hold one-time codes.
struct ErrandView {
    std::string key;
    std::string kind;
    std::string state;                    // "waiting", "failed"
    std::int64_t attempts = 0;
    std::string error;
    Instant due;
};
BOOST_DESCRIBE_STRUCT(ErrandView, (), (key, kind, state, attempts, error, due))

Result<BacklogView> show_backlog(ReadCtx&, const Nothing&);
Result<Page<TimerView>> list_timers(ReadCtx&, const ListBacklog&);    // the next to ring first
Result<Page<ParkedView>> list_parked(ReadCtx&, const ListBacklog&);   // oldest first
Result<Page<ErrandView>> list_errands(ReadCtx&, const ListBacklog&);  // oldest first

}  // namespace meadow::operations
