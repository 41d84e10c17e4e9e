#include "http/router.hpp"
#include "modules/discovery/policies/list_policies.hpp"
#include "modules/discovery/policies/set_policy.hpp"
#include "modules/discovery/refusals.hpp"

namespace meadow::discovery {

using http::needs;
using http::Scope;

void policy_routes(http::On on)
{
    on.get("/v1/operator/policies", needs(Scope::operator_), list_policies)
        .says("The versions of the discovery engine's numbers, and what came of the pages made under each, with intervals");
    on.post("/v1/operator/policies", needs(Scope::operator_), set_policy)
        .created().may_refuse(policy_taken).says("Change the discovery engine's numbers from a moment on, or try them with a share of the readers");
}

}  // namespace meadow::discovery
