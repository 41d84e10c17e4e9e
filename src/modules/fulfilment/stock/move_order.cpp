#include "modules/fulfilment/stock/move_order.hpp"

#include <cassert>

#include "modules/fulfilment/events.hpp"
#include "modules/fulfilment/stock/store.hpp"

namespace meadow::fulfilment {
namespace {

bool has_successor(const std::vector<StockMove>& moves, std::size_t i)
{
    return i + 1 < moves.size() && moves[i + 1].sku == moves[i].sku && moves[i + 1].warehouse == moves[i].warehouse;
}

void make_available(WriteCtx& ctx, ShopId shop, const StockMove& move)
{
    if (store::left_in_all(ctx.tx, shop, move.sku) == move.count) ctx.tell(StockTurned{shop, move.sku, true});
}

}  // namespace

Bucket move_order(WriteCtx& ctx, ShopId shop, OrderId order, Bucket from, Bucket to, std::string_view why)
{
    assert(may_go(from, to));
    const auto moves = store::moves_of(ctx.tx, shop, order.value);
    Bucket now_in = moves.empty() ? Bucket::outside : moves.back().to;
    bool overtaken = false;
    UserId buyer;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (moves[i].to == Bucket::held) buyer = moves[i].who;
        if (has_successor(moves, i) || moves[i].to != from) continue;
        StockMove next = moves[i];
        next.step += 1;
        next.from = from;
        next.to = to;
        next.who = ctx.who.user;
        next.why = why;
        next.at = ctx.now;
        if (!store::enter(ctx.tx, shop, next)) {
            overtaken = true;
            continue;
        }
        store::shift(ctx.tx, {shop, next.sku, next.warehouse}, from, to, next.count);
        if (from == Bucket::held) store::give_back_allowance(ctx.tx, shop, buyer, next.sku, next.count);
        if (to == Bucket::available) make_available(ctx, shop, next);
        now_in = to;
    }
    if (overtaken) return store::moves_of(ctx.tx, shop, order.value).back().to;
    if (buyer && from == Bucket::held && now_in == to) store::forget_empty_allowances(ctx.tx, shop, buyer);
    return now_in;
}

}  // namespace meadow::fulfilment
