#include "modules/trading/refunds/answer_refund.hpp"

#include "base/json.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/governance/governance.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refusals.hpp"
#include "modules/trading/refunds/close_refund.hpp"
#include "modules/trading/refunds/order_refund.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {
namespace {

// What both answers have in common; they differ in the state they answer and in what a no means.
Result<Refund> answer(WriteCtx& ctx, const AnswerRefund& in, RefundState waiting, RefundState no)
{
    std::optional<Refund> refund = store::find_refund(ctx.tx, in.shop, in.refund);
    if (!refund) return refuse(not_found);
    if (refund->state != waiting) return refuse(too_late);
    if (!in.granted && !in.why) return refuse(bad_input, "", {{"/why", "is needed for a no"}});
    refund->answer = in.why.value_or("");
    if (in.granted) {
        const std::optional<Order> order = store::find_order(ctx.tx, in.shop, refund->order);
        take_back(ctx, *refund);
        order_refund(ctx, *order, *refund, "granted");
    } else {
        close_refund(ctx, *refund, no, "turned down");
    }
    return *refund;
}

}  // namespace

Result<Refund> answer_refund(WriteCtx& ctx, const AnswerRefund& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const Refund refund = TRY(answer(ctx, in, RefundState::asked, RefundState::rejected));
    catalog::enter_in_log(ctx, in.shop, in.granted ? "refund_granted" : "refund_turned_down", text(refund.order), refund.answer);
    return refund;
}

Result<Refund> decide_refund(WriteCtx& ctx, const AnswerRefund& in)
{
    const Refund refund = TRY(answer(ctx, in, RefundState::escalated, RefundState::dismissed));
    governance::audit(ctx, "trading.decide_refund", {governance::SubjectKind::shop, in.shop.value}, refund.answer, {}, to_json(refund));
    return refund;
}

}  // namespace meadow::trading
