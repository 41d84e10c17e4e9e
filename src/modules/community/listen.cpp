// What community does on hearing news about people and their follows. Every handler may hear the same news twice.
#include "modules/community/events.hpp"
#include "modules/community/follows/store.hpp"
#include "modules/community/module.hpp"
#include "modules/community/people/erase_person.hpp"
#include "modules/identity/events.hpp"

namespace meadow::community {
namespace {

// The projection at the followed person's home is what the follower's row says by now, whichever news of it is heard last. Its own row is
// the guard of the counter: it moves once however often this is heard.
void mirror(WriteCtx& ctx, UserId follower, UserId followee)
{
    if (const auto since = store::followed_since(ctx.tx, follower, followee)) {
        if (store::insert_follower(ctx.tx, followee, follower, *since)) store::count_followers(ctx.tx, followee, +1);
    } else if (store::delete_follower(ctx.tx, followee, follower)) {
        store::count_followers(ctx.tx, followee, -1);
    }
}

Done note_follower(WriteCtx& ctx, const Followed& news)
{
    mirror(ctx, news.follower, news.followee);
    return done();
}

Done forget_follower(WriteCtx& ctx, const Unfollowed& news)
{
    mirror(ctx, news.follower, news.followee);
    return done();
}

// Neither follows the other any more.
Done part(WriteCtx& ctx, const identity::PersonBlocked& news)
{
    for (const auto& [follower, followee] : {std::pair{news.by, news.blocked}, std::pair{news.blocked, news.by}}) {
        if (!store::delete_follow(ctx.tx, follower, followee)) continue;
        store::count_following(ctx.tx, follower, -1, INT64_MAX);
        ctx.tell(Unfollowed{follower, followee, ctx.ids.next()});
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
