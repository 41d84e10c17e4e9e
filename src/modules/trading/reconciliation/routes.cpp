#include "http/router.hpp"
#include "modules/trading/reconciliation/list_reconciliations.hpp"
#include "modules/trading/reconciliation/reconcile_day.hpp"

namespace meadow::trading {

using http::needs;
using http::Scope;

void reconciliation_routes(http::On on)
{
    on.get("/v1/operator/gateway/reconciliations", needs(Scope::operator_), list_reconciliations)
        .may_refuse(bad_input).says("The days whose payments were compared with the gateway's statement, newest first");
    on.post("/v1/operator/gateway/reconciliations", needs(Scope::operator_), reconcile_day)
        .may_refuse(bad_input).says("Compare a day with the gateway's statement, anew if it was before");
    on.get("/v1/operator/gateway/reconciliations/{day}/differences", needs(Scope::operator_), list_differences)
        .may_refuse(bad_input).says("Where the gateway's statement of a day differs from our records");
}

}  // namespace meadow::trading
