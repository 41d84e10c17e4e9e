#include "modules/fulfilment/parcels/open_slip.hpp"

#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/stock/store.hpp"

namespace meadow::fulfilment {

Done open_slip(WriteCtx& ctx, const trading::OrderPaid& news)
{
    Slip slip;
    slip.order = news.order;
    slip.buyer = news.buyer;
    slip.opened_at = ctx.now;
    for (const trading::OrderLine& line : news.lines) slip.pieces += line.count;
    const auto moves = store::moves_of(ctx.tx, news.shop, news.order.value);
    if (!moves.empty() && moves.back().to != Bucket::sold) slip.state = SlipState::cancelled;
    if (!store::insert_slip(ctx.tx, news.shop, slip) && !store::fill_slip(ctx.tx, news.shop, slip)) return done();
    for (const trading::OrderLine& line : news.lines) store::add_slip_line(ctx.tx, news.shop, news.order, {line.product, line.sku, line.count, 0});
    store::note_slip_move(ctx.tx, news.shop, news.order, slip.state, {}, ctx.now);
    return done();
}

}  // namespace meadow::fulfilment
