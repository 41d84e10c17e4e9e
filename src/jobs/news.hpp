// Who listens to which news. Modules fill this at wiring time from their listen.cpp:
//
//     listeners.on<trading::OrderPaid>("fulfilment", open_packing_slip);   // Done open_packing_slip(WriteCtx&, const OrderPaid&)
//
// Each subscriber hears the news of its kinds in commit order, at least once, inside a transaction together with its cursor. A
// handler that refuses or throws is rolled back alone and its news parked; the others are not held up.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/context.hpp"

namespace meadow::jobs {

struct News {
    std::int64_t xid = 0;   // with seq: the place in the outbox
    std::int64_t seq = 0;
    std::string kind;
    std::string body;
    Instant told_at;
};
BOOST_DESCRIBE_STRUCT(News, (), (xid, seq, kind, body, told_at))

// For those who follow all news in memory: calls `use` with what was told when the news is an Event.
template <class Event, class Use>
void on(const News& news, Use use)
{
    if (news.kind != Event::kind) return;
    if (const auto event = from_json<Event>(news.body); event.ok()) use(*event);
}

class Listeners {
public:
    using Handle = std::function<Done(WriteCtx&, const std::string& body)>;
    struct Subscription {
        std::string subscriber;
        Handle handle;
    };

    template <class Event>
    void on(std::string_view subscriber, Done (*verb)(WriteCtx&, const Event&))
    {
        add(subscriber, Event::kind, [verb](WriteCtx& ctx, const std::string& body) -> Done {
            const Event event = TRY(from_json<Event>(body));
            return verb(ctx, event);
        });
    }

    void add(std::string_view subscriber, std::string_view kind, Handle);
    const std::vector<Subscription>& of(std::string_view kind) const;
    const std::vector<std::string>& subscribers() const { return subscribers_; }

private:
    std::map<std::string, std::vector<Subscription>, std::less<>> by_kind_;
    std::vector<std::string> subscribers_;
};

}  // namespace meadow::jobs
