#include "modules/trading/carts/edit_cart.hpp"

#include "modules/trading/carts/store.hpp"

namespace meadow::trading {

Done edit_cart(WriteCtx& ctx, const EditCart& in)
{
    if (!store::set_count(ctx.tx, ctx.who.user, in.shop, in.sku, in.count)) return refuse(not_found);
    return done();
}

Done remove_from_cart(WriteCtx& ctx, const CartPlace& in)
{
    const auto gone = store::delete_lines(ctx.tx, ctx.who.user, in.shop, {in.sku});
    if (gone > 0) store::count_lines(ctx.tx, ctx.who.user, -gone, INT64_MAX);
    return done();
}

Done clear_cart(WriteCtx& ctx, const Nothing&)
{
    const auto gone = store::delete_all_lines(ctx.tx, ctx.who.user);
    if (gone > 0) store::count_lines(ctx.tx, ctx.who.user, -gone, INT64_MAX);
    return done();
}

}  // namespace meadow::trading
