// What community does on hearing news. Every handler may hear the same news twice.
#include "modules/community/events.hpp"
#include "modules/community/follows/store.hpp"
#include "modules/community/module.hpp"

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

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("community", note_follower);
    listeners.on("community", forget_follower);
}

}  // namespace meadow::community
