#include "modules/catalog/staff/remove_staff.hpp"

#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {

Done remove_staff(WriteCtx& ctx, const RemoveStaff& in)
{
    if (in.user != ctx.who.user) TRY(require_right(ctx.tx, ctx.who, in.shop, Right::owner));
    const auto shop = store::find_shop(ctx.tx, in.shop);
    if (!shop) return refuse(not_found);
    if (in.user == shop->owner) return refuse(founder_stays);
    if (!store::delete_staff(ctx.tx, in.shop, in.user)) return refuse(not_found);
    enter_in_log(ctx, in.shop, "staff_removed", text(in.user));
    return done();
}

}  // namespace meadow::catalog
