// What trading does on hearing news. Every handler may hear the same news twice.
#include "modules/catalog/events.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/identity/events.hpp"
#include "modules/trading/addresses/store.hpp"
#include "modules/trading/carts/store.hpp"
#include "modules/trading/events.hpp"
#include "modules/trading/give_backs/give_back.hpp"
#include "modules/trading/module.hpp"
#include "modules/trading/orders/buyer_orders.hpp"
#include "modules/trading/orders/cancel_order.hpp"
#include "modules/trading/orders/confirm_receipt.hpp"
#include "modules/trading/orders/follow_parcels.hpp"
#include "modules/trading/orders/tell_buyer.hpp"
#include "modules/trading/payments/ask_gateway.hpp"
#include "modules/trading/refunds/expire_refund.hpp"

namespace meadow::trading {
namespace {

// The buyer's list shows whatever the order has become by now, so all of its news end here, but that it was placed, which it knows.
template <class News>
Done refresh_list(WriteCtx& ctx, const News& news)
{
    project_order(ctx, news.shop, news.order);
    return done();
}

Done refresh_reviews(WriteCtx& ctx, const catalog::ReviewWritten& news)
{
    project_review(ctx, news);
    return done();
}

// Orders stay: a mall must keep its transactions for three years (DOMAIN 3.2). What only served the person goes.
Done forget_person(WriteCtx& ctx, const identity::AccountDeleted& news)
{
    store::delete_book(ctx.tx, news.user);
    const auto lines = store::delete_all_lines(ctx.tx, news.user);
    if (lines > 0) store::count_lines(ctx.tx, news.user, -lines, INT64_MAX);
    return done();
}

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("trading", expire_order);
    listeners.on("trading", confirm_by_time);
    listeners.on("trading", expire_refund);
    listeners.on("trading", note_shipped);
    listeners.on("trading", note_delivered);

    listeners.on("payments", send_question);
    listeners.on("payments", start_give_back);

    listeners.on("trading.bell", tell_paid);
    listeners.on("trading.bell", tell_shipped);
    listeners.on("trading.bell", tell_delivered);
    listeners.on("trading.bell", tell_refunded);
    listeners.on("trading.bell", tell_refund_closed);

    listeners.on("trading", refresh_list<OrderPaid>);
    listeners.on("trading", refresh_list<OrderCancelled>);
    listeners.on("trading", refresh_list<OrderCompleted>);
    listeners.on("trading", refresh_list<OrderRefunded>);
    listeners.on("trading", refresh_list<RefundRequested>);
    listeners.on("trading", refresh_list<RefundClosed>);
    listeners.on("trading", refresh_list<fulfilment::ParcelShipped>);    // after the handlers above have moved the order
    listeners.on("trading", refresh_list<fulfilment::ParcelDelivered>);
    listeners.on("trading", refresh_reviews);
    listeners.on("trading", forget_person);
}

}  // namespace meadow::trading
