#include "modules/trading/orders/follow_parcels.hpp"

#include "modules/trading/events.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/orders/store.hpp"

namespace meadow::trading {

Done note_shipped(WriteCtx& ctx, const fulfilment::ParcelShipped& news)
{
    std::optional<Order> order = news.last ? store::find_order(ctx.tx, news.shop, news.order) : std::nullopt;
    if (!order || order->shipped_at) return done();
    order->shipped_at = news.at;
    order->confirm_by = news.at + confirm_window(ctx);
    if (order->state == OrderState::paid) move_order(ctx, *order, OrderState::shipped, "shipped");
    else note_on_order(ctx, *order);
    ctx.tell_at(order->confirm_by, ConfirmDue{order->shop, order->id});
    return done();
}

Done note_delivered(WriteCtx& ctx, const fulfilment::ParcelDelivered& news)
{
    std::optional<Order> order = news.last ? store::find_order(ctx.tx, news.shop, news.order) : std::nullopt;
    if (!order || order->delivered_at) return done();
    order->delivered_at = news.at;
    if (order->state == OrderState::shipped) move_order(ctx, *order, OrderState::delivered, "delivered");
    else note_on_order(ctx, *order);
    return done();
}

}  // namespace meadow::trading
