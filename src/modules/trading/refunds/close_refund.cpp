#include "modules/trading/refunds/close_refund.hpp"

#include <algorithm>

#include "modules/trading/events.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refunds/order_refund.hpp"

namespace meadow::trading {

void close_refund(WriteCtx& ctx, Refund& refund, RefundState to, std::string_view why)
{
    refund.decided_at = ctx.now;
    refund.closed_at = ctx.now;
    move_refund(ctx, refund, to, why);

    std::optional<Order> order = store::find_order(ctx.tx, refund.shop, refund.order);
    const OrderState back_to = standing(*order);
    if (order->shipped_at && !order->completed_at) {
        order->confirm_by = std::max(order->confirm_by, ctx.now + confirm_after_dispute(ctx));
        ctx.tell_at(order->confirm_by, ConfirmDue{order->shop, order->id});
    }
    move_order(ctx, *order, back_to, why);
    ctx.tell(RefundClosed{refund.shop, refund.order, refund.id, refund.buyer, ctx.now});
}

}  // namespace meadow::trading
