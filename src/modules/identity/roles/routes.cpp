#include "http/router.hpp"
#include "modules/identity/refusals.hpp"
#include "modules/identity/roles/change_role.hpp"
#include "modules/identity/roles/mark_official.hpp"

namespace meadow::identity {

using http::needs;
using http::Scope;

void role_routes(http::On on)
{
    on.post("/v1/users/{user}/roles/{role}/grant", needs(Scope::operator_), grant_role).may_refuse(not_found).says("Grant a role");
    on.post("/v1/users/{user}/roles/{role}/revoke", needs(Scope::operator_), revoke_role).may_refuse(own_role).says("Take a role away");
    on.put("/v1/users/{user}/official", needs(Scope::operator_), mark_official).may_refuse(not_found).says("Mark an account as a brand's official one");
}

}  // namespace meadow::identity
