#include "modules/trading/refunds/order_refund.hpp"

#include <cassert>

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/trading/events.hpp"
#include "modules/trading/ledger/model.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {
namespace {

void set_going(WriteCtx& ctx, const Order& order, const Refund& refund)
{
    book_refund_ordered(ctx, order, refund);
    ctx.tell(RefundOrdered{refund.shop, refund.order, refund.id, refund.payment, refund.buyer, refund.amount, ctx.now});
}

Refund decided(WriteCtx& ctx, const Order& order, PaymentId payment, Money amount, RefundCause cause)
{
    Refund refund;
    refund.shop = order.shop;
    refund.id = ctx.new_id<RefundId>();
    refund.order = order.id;
    refund.buyer = order.buyer;
    refund.payment = payment;
    refund.cause = cause;
    refund.state = RefundState::approved;
    refund.amount = amount;
    refund.reason = RefundReason::other;
    refund.settled = concerns_order(cause) && order.settlement == Settlement::instant;
    refund.asked_at = refund.decided_at = ctx.now;
    return refund;
}

}  // namespace

void move_refund(WriteCtx& ctx, Refund& refund, RefundState to, std::string_view why)
{
    assert(may_move(refund.state, to));
    const RefundState from = refund.state;
    refund.state = to;
    if (!store::update_refund(ctx.tx, refund, from)) throw db::Fault(db::Fault::Kind::conflict, "refund " + text(refund.id) + " was moved meanwhile");
    store::insert_refund_move(ctx.tx, refund, ctx.ids.next(), from, ctx.who.user, why, ctx.now);
}

bool take_back(WriteCtx& ctx, Refund& refund)
{
    if (!refund.shipped && !fulfilment::return_stock(ctx, refund.shop, refund.order)) refund.shipped = true;
    return !refund.shipped;
}

void order_refund(WriteCtx& ctx, const Order& order, Refund& refund, std::string_view why)
{
    refund.decided_at = ctx.now;
    move_refund(ctx, refund, RefundState::approved, why);
    set_going(ctx, order, refund);
}

void order_stray_refund(WriteCtx& ctx, const Order& order, PaymentId payment, Money amount, RefundCause cause)
{
    const Refund refund = decided(ctx, order, payment, amount, cause);
    store::insert_refund(ctx.tx, refund);
    set_going(ctx, order, refund);
}

void order_refund_without_stock(WriteCtx& ctx, Order& order)
{
    const Refund refund = decided(ctx, order, order.payment, order.total, RefundCause::no_stock);
    store::insert_refund(ctx.tx, refund);
    order.refund = refund.id;
    ++order.refunds;
    move_order(ctx, order, OrderState::refunding, "its pieces were gone");
    ctx.tell(RefundRequested{order.shop, order.id, refund.id, order.buyer, false, ctx.now});
    set_going(ctx, order, refund);
}

}  // namespace meadow::trading
