#include "modules/discovery/interests/change_interest.hpp"

#include "modules/discovery/events.hpp"
#include "modules/discovery/interests/topics.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/wishes/wish.hpp"

namespace meadow::discovery {

Done forget_interest(WriteCtx& ctx, const ChangeInterest& in)
{
    const ListId list = topic_of(ctx, in.topic);
    if (auto row = store::find_reader(ctx.tx, ctx.who.user)) {
        std::erase_if(row->topics, [&](const std::string& topic) { return topic_of(ctx, topic) == list; });
        store::put_reader(ctx.tx, ctx.who.user, *row);
    }
    store::remove_wish(ctx.tx, ctx.who.user, Wish::pause_topic, list.value);
    ctx.tell(InterestForgotten{ctx.who.user, std::string(in.topic), ctx.now});
    return done();
}

Done forget_interests(WriteCtx& ctx, const Nothing&)
{
    if (auto row = store::find_reader(ctx.tx, ctx.who.user)) {
        row->topics.clear();
        store::put_reader(ctx.tx, ctx.who.user, *row);
    }
    ctx.tell(InterestForgotten{ctx.who.user, "", ctx.now});
    return done();
}

Done pause_interest(WriteCtx& ctx, const ChangeInterest& in) { return wish(ctx, Wish::pause_topic, known_topic(ctx, in.topic).value); }

Done resume_interest(WriteCtx& ctx, const ChangeInterest& in)
{
    store::remove_wish(ctx.tx, ctx.who.user, Wish::pause_topic, topic_of(ctx, in.topic).value);
    return done();
}

}  // namespace meadow::discovery
