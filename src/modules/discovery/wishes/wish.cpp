#include "modules/discovery/wishes/wish.hpp"

#include "modules/discovery/refusals.hpp"

namespace meadow::discovery {

Done wish(WriteCtx& ctx, Wish wish, std::int64_t key)
{
    if (store::count_wishes(ctx.tx, ctx.who.user, wish) >= most_wishes) return refuse(wishes_too_many);
    store::put_wish(ctx.tx, ctx.who.user, {wish, key, ctx.now});
    return done();
}

}  // namespace meadow::discovery
