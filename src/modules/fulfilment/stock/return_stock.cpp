#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/stock/move_order.hpp"

namespace meadow::fulfilment {

// The packing slip is closed in the same transaction, so that nobody ships what has just been paid back.
bool return_stock(WriteCtx& ctx, ShopId shop, OrderId order)
{
    if (store::cancel_slip(ctx.tx, shop, order)) store::note_slip_move(ctx.tx, shop, order, SlipState::cancelled, ctx.who.user, ctx.now);
    else if (store::find_slip(ctx.tx, shop, order)) return false;
    move_order(ctx, shop, order, Bucket::sold, Bucket::available, "refunded");
    return true;
}

}  // namespace meadow::fulfilment
