#include "modules/trading/orders/move_order.hpp"

#include <cassert>

#include "modules/trading/orders/store.hpp"

namespace meadow::trading {

void note_on_order(WriteCtx& ctx, Order& order)
{
    if (!store::update_order(ctx.tx, order)) throw db::Fault(db::Fault::Kind::conflict, "order " + text(order.id) + " was changed meanwhile");
    ++order.version;
}

void move_order(WriteCtx& ctx, Order& order, OrderState to, std::string_view why)
{
    assert(may_move(order.state, to));
    const OrderState from = order.state;
    order.state = to;
    note_on_order(ctx, order);
    store::insert_move(ctx.tx, order, {ctx.new_id<store::OrderMoveId>(), from, to, ctx.who.user, std::string(why), ctx.now});
}

}  // namespace meadow::trading
