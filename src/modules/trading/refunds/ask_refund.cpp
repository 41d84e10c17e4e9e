#include "modules/trading/refunds/ask_refund.hpp"

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/media/media.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refusals.hpp"
#include "modules/trading/refunds/order_refund.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {
namespace {

bool may_still_ask(WriteCtx& ctx, const Order& order)
{
    if (!may_move(order.state, OrderState::refunding)) return false;
    return !order.completed_at || ctx.now < order.completed_at + after_sale_window(ctx);
}

}  // namespace

Result<Refund> ask_refund(WriteCtx& ctx, const AskRefund& in)
{
    std::optional<Order> order = store::find_order(ctx.tx, in.shop, in.order);
    if (!order || order->buyer != ctx.who.user) return refuse(not_found);
    if (!may_still_ask(ctx, *order)) return refuse(too_late);
    if (order->refunds >= most_refunds(ctx)) return refuse(asked_too_often);
    if (in.pictures && !media::use(ctx.tx, ctx.who.user, *in.pictures)) return refuse(foreign_picture);

    Refund refund;
    refund.shop = order->shop;
    refund.id = ctx.new_id<RefundId>();
    refund.order = order->id;
    refund.buyer = order->buyer;
    refund.payment = order->payment;
    refund.cause = RefundCause::asked;
    refund.amount = order->total;
    refund.reason = in.reason;
    refund.words = in.words.value_or("");
    if (in.pictures) refund.pictures = *in.pictures;
    refund.shipped = order->shipped_at || fulfilment::anything_shipped(ctx.tx, in.shop, in.order);
    refund.settled = is_settled(*order);
    refund.asked_at = ctx.now;
    refund.answer_by = ctx.now + (refund.shipped ? answer_after_shipping(ctx) : answer_before_shipping(ctx));
    store::insert_refund(ctx.tx, refund);

    order->refund = refund.id;
    ++order->refunds;
    move_order(ctx, *order, OrderState::refunding, "the buyer asks for the money back");
    ctx.tell(RefundRequested{refund.shop, refund.order, refund.id, refund.buyer, refund.shipped, ctx.now});
    if (refund_at_once(ctx) && take_back(ctx, refund)) order_refund(ctx, *order, refund, "nothing was shipped yet");
    else ctx.tell_at(refund.answer_by, RefundDue{refund.shop, refund.id});
    return refund;
}

}  // namespace meadow::trading
