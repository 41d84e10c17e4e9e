#include "modules/trading/orders/cancel_order.hpp"

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {
namespace {

void cancel(WriteCtx& ctx, Order& order, std::string_view why)
{
    order.closed_at = ctx.now;
    move_order(ctx, order, OrderState::cancelled, why);
    fulfilment::release_stock(ctx, order.shop, order.id);
    ctx.tell(OrderCancelled{order.shop, order.id, order.buyer, ctx.now});
}

}  // namespace

Done cancel_order(WriteCtx& ctx, const OneOrder& in)
{
    std::optional<Order> order = store::find_order(ctx.tx, in.shop, in.order);
    if (!order || order->buyer != ctx.who.user) return refuse(not_found);
    if (order->state == OrderState::cancelled) return done();
    if (order->state != OrderState::placed) return refuse(too_late, "It is paid; ask for a refund");
    cancel(ctx, *order, "cancelled by the buyer");
    return done();
}

Done expire_order(WriteCtx& ctx, const PaymentDue& due)
{
    std::optional<Order> order = store::find_order(ctx.tx, due.shop, due.order);
    if (order && order->state == OrderState::placed && ctx.now >= order->pay_by) cancel(ctx, *order, "not paid in time");
    return done();
}

}  // namespace meadow::trading
