#include "modules/trading/orders/mark_paid.hpp"

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/trading/events.hpp"
#include "modules/trading/ledger/model.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refunds/order_refund.hpp"

namespace meadow::trading {
namespace {

PaidOutcome send_back(WriteCtx& ctx, const Order& order, PaymentId payment, Money amount, RefundCause cause)
{
    if (!book_stray_payment(ctx, order, payment, amount)) return PaidOutcome::returned;  // heard before; it is on its way back
    order_stray_refund(ctx, order, payment, amount, cause);
    return PaidOutcome::returned;
}

}  // namespace

PaidOutcome mark_paid(WriteCtx& ctx, ShopId shop, OrderId id, Money amount, std::string_view currency, PaymentId payment)
{
    if (currency != "CNY") return PaidOutcome::wrong_currency;
    std::optional<Order> order = store::find_order(ctx.tx, shop, id);
    if (!order) return PaidOutcome::no_such_order;
    if (order->payment == payment) return PaidOutcome::already;
    if (order->payment) return send_back(ctx, *order, payment, amount, RefundCause::paid_twice);
    if (order->state != OrderState::placed) return send_back(ctx, *order, payment, amount, RefundCause::too_late);
    if (amount != order->total) return send_back(ctx, *order, payment, amount, RefundCause::wrong_amount);

    // A payment name that came in as a stray before is spent, whatever the order has become since.
    if (!book_payment(ctx, *order, payment)) return PaidOutcome::returned;
    order->payment = payment;
    order->paid_at = ctx.now;
    move_order(ctx, *order, OrderState::paid, "paid");
    ctx.tell(OrderPaid{shop, id, order->buyer, order->total, lines_of(papers_of(*order)), ctx.now});
    // Whoever moved the order first has its stock: a cancellation would have released it only after moving the order away.
    if (!fulfilment::sell_stock(ctx, shop, id)) order_refund_without_stock(ctx, *order);
    return PaidOutcome::paid;
}

}  // namespace meadow::trading
