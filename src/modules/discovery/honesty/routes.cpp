#include "http/router.hpp"
#include "modules/discovery/honesty/decide_finding.hpp"
#include "modules/discovery/honesty/list_findings.hpp"

namespace meadow::discovery {

using http::needs;
using http::Scope;

void honesty_routes(http::On on)
{
    on.get("/v1/operator/findings", needs(Scope::operator_), list_findings)
        .says("Engagement that looks bought: what was seen, what followed from it, and how often each detector was right");
    on.post("/v1/operator/findings/{finding}/decision", needs(Scope::operator_), decide_finding)
        .may_refuse(not_found).says("Uphold a finding, or take back what followed from it");
}

}  // namespace meadow::discovery
