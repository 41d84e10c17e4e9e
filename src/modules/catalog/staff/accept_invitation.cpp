#include "modules/catalog/staff/accept_invitation.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {

Done accept_invitation(WriteCtx& ctx, const AcceptInvitation& in)
{
    if (!store::accept_invitation(ctx.tx, in.shop, ctx.who.user, ctx.now)) return refuse(not_found);
    enter_in_log(ctx, in.shop, "staff_accepted");
    return done();
}

}  // namespace meadow::catalog
