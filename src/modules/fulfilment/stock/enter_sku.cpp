#include "modules/fulfilment/stock/enter_sku.hpp"

#include "modules/fulfilment/events.hpp"
#include "modules/fulfilment/stock/store.hpp"

namespace meadow::fulfilment {

void enter_sku(WriteCtx& ctx, const StockKey& key, std::int64_t counted)
{
    if (!store::open_stock(ctx.tx, key, counted) || counted == 0) return;
    store::enter(ctx.tx, key.shop, {ctx.ids.next(), key.sku, key.warehouse, 1, Bucket::outside, Bucket::available, counted, ctx.who.user,
                                    "entered", ctx.now});
    ctx.tell(StockTurned{key.shop, key.sku, true});
}

}  // namespace meadow::fulfilment
