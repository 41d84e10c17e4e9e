#include "modules/trading/addresses/remove_address.hpp"

#include "modules/trading/addresses/store.hpp"

namespace meadow::trading {

Done remove_address(WriteCtx& ctx, const OneAddress& in)
{
    if (!store::delete_address(ctx.tx, ctx.who.user, in.address)) return refuse(not_found);
    store::count_out(ctx.tx, ctx.who.user, in.address);
    return done();
}

Done make_default(WriteCtx& ctx, const OneAddress& in)
{
    if (!store::ask_address(ctx.tx, ctx.who.user, in.address).one()) return refuse(not_found);
    store::set_default(ctx.tx, ctx.who.user, in.address);
    return done();
}

}  // namespace meadow::trading
