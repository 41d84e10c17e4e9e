// What community does on hearing news about people and their follows. Every handler may hear the same news twice.
#include "modules/community/events.hpp"
#include "modules/community/follows/store.hpp"
#include "modules/community/module.hpp"
#include "modules/community/people/erase_person.hpp"
#include "modules/identity/events.hpp"

namespace meadow::community {
namespace {

// The projection at the followed person's home. The row is the guard of the counter: it moves once however often this is heard.
Done note_follower(WriteCtx& ctx, const Followed& news)
{
    if (store::insert_follower(ctx.tx, news.followee, news.follower, news.at)) store::count_followers(ctx.tx, news.followee, +1);
    return done();
}

Done forget_follower(WriteCtx& ctx, const Unfollowed& news)
{
    if (store::delete_follower(ctx.tx, news.followee, news.follower)) store::count_followers(ctx.tx, news.followee, -1);
    return done();
}

// Neither follows the other any more.
Done part(WriteCtx& ctx, const identity::PersonBlocked& news)
{
    for (const auto& [follower, followee] : {std::pair{news.by, news.blocked}, std::pair{news.blocked, news.by}}) {
        if (!store::delete_follow(ctx.tx, follower, followee)) continue;
        store::count_following(ctx.tx, follower, -1, INT64_MAX);
        ctx.tell(Unfollowed{follower, followee});
    }
    return done();
}

Done erase(WriteCtx& ctx, const PersonToErase& news)
{
    if (erase_person(ctx, news.user)) ctx.tell(PersonToErase{news.user});
    return done();
}

Done begin_erasing(WriteCtx& ctx, const identity::AccountDeleted& news) { return erase(ctx, {news.user}); }

}  // namespace

void hear_of_notes(jobs::Listeners&);
void hear_of_what_concerns_people(jobs::Listeners&);

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("community", note_follower);
    listeners.on("community", forget_follower);
    listeners.on("community", part);
    listeners.on("community", begin_erasing);
    listeners.on("community", erase);
    hear_of_notes(listeners);
    hear_of_what_concerns_people(listeners);
}

}  // namespace meadow::community
