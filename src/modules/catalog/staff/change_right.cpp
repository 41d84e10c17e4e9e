#include "modules/catalog/staff/change_right.hpp"

#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {

Done change_right(WriteCtx& ctx, const ChangeRight& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::owner));
    if (in.user == store::find_shop(ctx.tx, in.shop)->owner) return refuse(founder_stays);
    if (!store::set_right(ctx.tx, in.shop, in.user, in.may)) return refuse(not_found);
    enter_in_log(ctx, in.shop, "staff_right_changed", text(in.user), name_of(in.may));
    return done();
}

}  // namespace meadow::catalog
