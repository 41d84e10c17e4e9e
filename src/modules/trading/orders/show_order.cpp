#include "modules/trading/orders/show_order.hpp"

#include "modules/catalog/catalog.hpp"

namespace meadow::trading {

OrderView view_of(const Order& o)
{
    OrderPapers papers = papers_of(o);
    OrderView view;
    view.shop = o.shop;
    view.id = o.id;
    view.buyer = o.buyer;
    view.state = o.state;
    view.settlement = o.settlement;
    view.total = o.total;
    view.lines = std::move(papers.lines);
    view.destination = std::move(papers.destination);
    view.price = std::move(papers.price);
    view.payment = o.payment;
    view.refund = o.refund;
    view.placed_at = o.placed_at;
    view.pay_by = o.pay_by;
    view.paid_at = o.paid_at;
    view.shipped_at = o.shipped_at;
    view.delivered_at = o.delivered_at;
    view.confirm_by = o.confirm_by;
    view.completed_at = o.completed_at;
    view.closed_at = o.closed_at;
    view.may_extend = o.extensions == 0 && (o.state == OrderState::shipped || o.state == OrderState::delivered);
    return view;
}

Result<OrderView> show_order(ReadCtx& ctx, const OneOrder& in)
{
    const auto order = store::find_order(ctx.tx, in.shop, in.order);
    if (!order) return refuse(not_found);
    if (order->buyer != ctx.who.user) TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    OrderView view = view_of(*order);
    view.moves = store::list_moves(ctx.tx, in.shop, in.order);
    return view;
}

}  // namespace meadow::trading
