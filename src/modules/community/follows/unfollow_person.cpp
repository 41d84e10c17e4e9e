#include "modules/community/follows/unfollow_person.hpp"

#include "modules/community/events.hpp"
#include "modules/community/follows/store.hpp"

namespace meadow::community {

Done unfollow_person(WriteCtx& ctx, const UnfollowPerson& in)
{
    const UserId me = ctx.who.user;
    if (!store::delete_follow(ctx.tx, me, in.user)) return done();
    store::count_following(ctx.tx, me, -1, INT64_MAX);
    ctx.tell(Unfollowed{me, in.user, ctx.ids.next()});
    return done();
}

}  // namespace meadow::community
