#include "modules/trading/orders/confirm_receipt.hpp"

#include "modules/trading/ledger/model.hpp"
#include "modules/trading/orders/move_order.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {
namespace {

void complete(WriteCtx& ctx, Order& order, std::string_view why)
{
    order.completed_at = ctx.now;
    move_order(ctx, order, OrderState::completed, why);
    book_settlement(ctx, order);
    ctx.tell(OrderCompleted{order.shop, order.id, order.buyer, lines_of(papers_of(order)), ctx.now});
}

}  // namespace

Done confirm_receipt(WriteCtx& ctx, const OneOrder& in)
{
    std::optional<Order> order = store::find_order(ctx.tx, in.shop, in.order);
    if (!order || order->buyer != ctx.who.user) return refuse(not_found);
    if (order->state == OrderState::completed) return done();
    if (!may_move(order->state, OrderState::completed) || order->state == OrderState::refunding) return refuse(too_late, "Only what was shipped can be received");
    complete(ctx, *order, "received");
    return done();
}

Done confirm_by_time(WriteCtx& ctx, const ConfirmDue& due)
{
    std::optional<Order> order = store::find_order(ctx.tx, due.shop, due.order);
    if (!order || ctx.now < order->confirm_by) return done();
    if (order->state == OrderState::shipped || order->state == OrderState::delivered) complete(ctx, *order, "taken as received");
    return done();
}

Result<OrderView> extend_receipt(WriteCtx& ctx, const OneOrder& in)
{
    std::optional<Order> order = store::find_order(ctx.tx, in.shop, in.order);
    if (!order || order->buyer != ctx.who.user) return refuse(not_found);
    if (order->state != OrderState::shipped && order->state != OrderState::delivered) return refuse(too_late);
    if (order->extensions > 0) return refuse(extended_before);
    ++order->extensions;
    order->confirm_by = order->confirm_by + confirm_extension(ctx);
    note_on_order(ctx, *order);
    ctx.tell_at(order->confirm_by, ConfirmDue{order->shop, order->id});
    return show_order(ctx, in);
}

}  // namespace meadow::trading
