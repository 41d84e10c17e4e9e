#include "modules/trading/refunds/withdraw_refund.hpp"

#include "modules/trading/events.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refusals.hpp"
#include "modules/trading/refunds/close_refund.hpp"
#include "modules/trading/refunds/order_refund.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {
namespace {

Result<Refund> find_mine(WriteCtx& ctx, const OneRefund& in)
{
    const std::optional<Refund> refund = store::find_refund(ctx.tx, in.shop, in.refund);
    if (!refund || refund->buyer != ctx.who.user) return refuse(not_found);
    return *refund;
}

}  // namespace

Result<Refund> withdraw_refund(WriteCtx& ctx, const OneRefund& in)
{
    Refund refund = TRY(find_mine(ctx, in));
    if (!may_move(refund.state, RefundState::withdrawn)) return refuse(too_late);
    close_refund(ctx, refund, RefundState::withdrawn, "withdrawn");
    return refund;
}

Result<Refund> escalate_refund(WriteCtx& ctx, const OneRefund& in)
{
    Refund refund = TRY(find_mine(ctx, in));
    if (refund.state != RefundState::rejected || ctx.now >= refund.decided_at + appeal_window(ctx)) return refuse(too_late);
    std::optional<Order> order = store::find_order(ctx.tx, in.shop, refund.order);
    // Another request may be under way, or the order may have been completed and settled since.
    if (order->refund != refund.id || !may_move(order->state, OrderState::refunding) || refund.settled != is_settled(*order))
        return refuse(too_late, "Ask anew");
    refund.closed_at = {};
    move_refund(ctx, refund, RefundState::escalated, "the buyer turns to an operator");
    move_order(ctx, *order, OrderState::refunding, "the buyer turns to an operator");
    ctx.tell(RefundRequested{refund.shop, refund.order, refund.id, refund.buyer, refund.shipped, ctx.now});
    return refund;
}

}  // namespace meadow::trading
