#include "http/router.hpp"
#include "modules/trading/refunds/answer_refund.hpp"
#include "modules/trading/refunds/ask_refund.hpp"
#include "modules/trading/refunds/list_refunds.hpp"
#include "modules/trading/refunds/withdraw_refund.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

using http::Limit;
using http::needs;
using http::Scope;

void refund_routes(http::On on)
{
    on.post("/v1/shops/{shop}/orders/{order}/refunds", needs(Scope::user), ask_refund)
        .lane_by("shop").created().limited(Limit::write).may_refuse(not_found, too_late, asked_too_often, foreign_picture).says("Ask for the money of an order back");
    on.get("/v1/shops/{shop}/refunds", needs(Scope::user), list_refunds).may_refuse(not_found, not_allowed).says("A shop's refunds, newest first, each with who and what it is about");
    on.get("/v1/shops/{shop}/refunds/{refund}", needs(Scope::user), show_refund).may_refuse(not_found, not_allowed).says("One refund");
    on.post("/v1/shops/{shop}/refunds/{refund}/answer", needs(Scope::user), answer_refund)
        .lane_by("shop").may_refuse(not_found, not_allowed, too_late).says("Grant a refund or turn it down, for the shop");
    on.post("/v1/shops/{shop}/refunds/{refund}/withdrawal", needs(Scope::user), withdraw_refund)
        .lane_by("shop").may_refuse(not_found, too_late).says("Give up my request for a refund");
    on.post("/v1/shops/{shop}/refunds/{refund}/escalation", needs(Scope::user), escalate_refund)
        .lane_by("shop").may_refuse(not_found, too_late).says("Turn to an operator after the shop's no");
    on.get("/v1/operator/refunds", needs(Scope::operator_), list_escalated).says("Refunds an operator must decide, the longest waiting first");
    on.post("/v1/operator/shops/{shop}/refunds/{refund}/decision", needs(Scope::operator_), decide_refund)
        .lane_by("shop").may_refuse(not_found, too_late).says("Decide a refund in dispute, for good");
}

}  // namespace meadow::trading
