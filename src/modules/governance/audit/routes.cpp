#include "http/router.hpp"
#include "modules/governance/audit/list_audit.hpp"

namespace meadow::governance {

using http::needs;
using http::Scope;

void audit_routes(http::On on)
{
    on.get("/v1/audit", needs(Scope::operator_), list_audit).says("What staff did, newest first; of one subject or of all");
}

}  // namespace meadow::governance
