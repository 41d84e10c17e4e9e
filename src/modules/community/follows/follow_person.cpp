#include "modules/community/follows/follow_person.hpp"

#include "modules/community/events.hpp"
#include "modules/community/follows/store.hpp"
#include "modules/community/refusals.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {

Done follow_person(WriteCtx& ctx, const FollowPerson& in)
{
    const UserId me = ctx.who.user;
    if (in.user == me) return refuse(follows_self);
    if (!identity::exists(ctx.tx, in.user) || identity::blocked_between(ctx.tx, me, in.user)) return refuse(not_found);

    // The row guards the counter and the news: whichever of two taps comes second finds the row and does nothing.
    if (!store::insert_follow(ctx.tx, me, in.user, ctx.now)) return done();
    if (!store::count_following(ctx.tx, me, +1, most_follows(ctx))) return refuse(follows_too_many);
    ctx.tell(Followed{me, in.user, ctx.now, ctx.ids.next()});
    return done();
}

}  // namespace meadow::community
