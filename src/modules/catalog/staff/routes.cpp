#include "http/router.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/staff/accept_invitation.hpp"
#include "modules/catalog/staff/change_right.hpp"
#include "modules/catalog/staff/invite_staff.hpp"
#include "modules/catalog/staff/list_my_shops.hpp"
#include "modules/catalog/staff/list_staff.hpp"
#include "modules/catalog/staff/remove_staff.hpp"

namespace meadow::catalog {

using http::Limit;
using http::needs;
using http::Scope;

void staff_routes(http::On on)
{
    on.get("/v1/me/shops", needs(Scope::user), list_my_shops).says("The shops I act for, and those that have invited me");
    on.get("/v1/shops/{shop}/staff", needs(Scope::user), list_staff).may_refuse(not_found).says("Who acts for the shop");
    on.post("/v1/shops/{shop}/staff", needs(Scope::user), invite_staff)
        .lane_by("shop")
        .created()
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, already_done, too_many_staff)
        .says("Invite somebody, by handle, to act for the shop");
    on.post("/v1/shops/{shop}/staff/acceptance", needs(Scope::user), accept_invitation)
        .lane_by("shop")
        .limited(Limit::write)
        .may_refuse(not_found)
        .says("Accept an invitation");
    on.patch("/v1/shops/{shop}/staff/{user}", needs(Scope::user), change_right)
        .lane_by("shop")
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, founder_stays)
        .says("Change what somebody may do for the shop");
    on.del("/v1/shops/{shop}/staff/{user}", needs(Scope::user), remove_staff)
        .lane_by("shop")
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, founder_stays)
        .says("End somebody's part in the shop, or decline an invitation");
}

}  // namespace meadow::catalog
