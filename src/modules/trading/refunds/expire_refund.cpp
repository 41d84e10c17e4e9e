#include "modules/trading/refunds/expire_refund.hpp"

#include "modules/trading/orders/store.hpp"
#include "modules/trading/refunds/order_refund.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {

Done expire_refund(WriteCtx& ctx, const RefundDue& due)
{
    std::optional<Refund> refund = store::find_refund(ctx.tx, due.shop, due.refund);
    if (!refund || refund->state != RefundState::asked || ctx.now < refund->answer_by) return done();
    if (!take_back(ctx, *refund)) {
        move_refund(ctx, *refund, RefundState::escalated, "the shop kept silent");
        return done();
    }
    const std::optional<Order> order = store::find_order(ctx.tx, due.shop, refund->order);
    order_refund(ctx, *order, *refund, "the shop kept silent");
    return done();
}

}  // namespace meadow::trading
