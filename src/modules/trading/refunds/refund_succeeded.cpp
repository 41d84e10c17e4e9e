#include "modules/trading/refunds/refund_succeeded.hpp"

#include "modules/trading/events.hpp"
#include "modules/trading/ledger/model.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refunds/order_refund.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {

bool refund_succeeded(WriteCtx& ctx, ShopId shop, RefundId id)
{
    std::optional<Refund> refund = store::find_refund(ctx.tx, shop, id);
    if (!refund || refund->state != RefundState::approved) return false;
    refund->closed_at = ctx.now;
    move_refund(ctx, *refund, RefundState::done, "the gateway has given it back");
    book_refund_done(ctx, *refund);
    if (!concerns_order(refund->cause)) return true;

    std::optional<Order> order = store::find_order(ctx.tx, shop, refund->order);
    order->closed_at = ctx.now;
    move_order(ctx, *order, OrderState::refunded, "refunded");
    ctx.tell(OrderRefunded{shop, order->id, order->buyer, refund->amount, bool(order->completed_at), refund->shipped, ctx.now});
    return true;
}

}  // namespace meadow::trading
