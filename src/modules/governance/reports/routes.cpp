#include "http/router.hpp"
#include "modules/governance/refusals.hpp"
#include "modules/governance/reports/decide_case.hpp"
#include "modules/governance/reports/list_cases.hpp"
#include "modules/governance/reports/report_subject.hpp"

namespace meadow::governance {

using http::Limit;
using http::needs;
using http::Scope;

void report_routes(http::On on)
{
    on.post("/v1/reports", needs(Scope::user), report_subject)
        .limited(Limit::write).may_refuse(unknown_subject, reported_before, reports_self).says("Report a note, comment, product, shop, person or review");
    on.get("/v1/cases", needs(Scope::moderator), list_cases).says("What people have reported and nobody has decided");
    on.post("/v1/verdicts", needs(Scope::moderator), decide_case)
        .may_refuse(unknown_subject, nothing_to_restore).says("Hide something, show it again, or dismiss the reports about it");
}

}  // namespace meadow::governance
