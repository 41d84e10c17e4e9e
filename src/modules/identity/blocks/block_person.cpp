#include "modules/identity/blocks/block_person.hpp"

#include "modules/identity/blocks/store.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Done block_person(WriteCtx& ctx, const BlockPerson& in)
{
    if (in.user == ctx.who.user) return refuse(blocks_self);
    if (!exists(ctx.tx, in.user)) return refuse(not_found);
    // A bound on a list, not a guard of anything scarce: two taps at once may pass it by one.
    if (store::count_blocks(ctx.tx, ctx.who.user) >= most_blocks(ctx)) return refuse(blocks_too_many);
    store::insert_block(ctx.tx, ctx.who.user, in.user, ctx.now);
    ctx.tell(PersonBlocked{ctx.who.user, in.user});
    return done();
}

Done unblock_person(WriteCtx& ctx, const BlockPerson& in)
{
    store::delete_block(ctx.tx, ctx.who.user, in.user);
    return done();
}

}  // namespace meadow::identity
