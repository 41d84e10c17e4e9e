#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/stock/move_order.hpp"

namespace meadow::fulfilment {

// The packing slip is cancelled in the same transaction, so that nobody ships what has just been paid back. Of what was paid this very
// moment it may not have been opened yet, or is being opened by somebody else now: then a cancelled one takes its place. Of two who
// put one there the second waits for the first, and finds it.
bool return_stock(WriteCtx& ctx, ShopId shop, OrderId order)
{
    Slip cancelled;
    cancelled.order = order;
    cancelled.state = SlipState::cancelled;
    cancelled.opened_at = ctx.now;
    const bool kept_in = store::cancel_slip(ctx.tx, shop, order) || store::insert_slip(ctx.tx, shop, cancelled) || store::cancel_slip(ctx.tx, shop, order);
    if (!kept_in) return false;
    store::note_slip_move(ctx.tx, shop, order, SlipState::cancelled, ctx.who.user, ctx.now);
    move_order(ctx, shop, order, Bucket::sold, Bucket::available, "refunded");
    return true;
}

}  // namespace meadow::fulfilment
