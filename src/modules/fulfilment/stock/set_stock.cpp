#include "modules/fulfilment/stock/set_stock.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/stock/store.hpp"
#include "modules/fulfilment/warehouses/model.hpp"

namespace meadow::fulfilment {
namespace {

// Whoever puts pieces of a SKU into a second warehouse opens its books there.
Done open_if_new(WriteCtx& ctx, const StockKey& key)
{
    if (store::find_stock(ctx.tx, key)) return done();
    if (store::stock_of(ctx.tx, key.shop, key.sku).empty() || !store::open_stock(ctx.tx, key, 0)) return refuse(not_found);
    return done();
}

// What changed available pieces from outside: into the journal, and told when the last piece went or the first one came.
Stock enter_correction(WriteCtx& ctx, const StockKey& key, const Stock& now, std::int64_t by, std::string_view why)
{
    if (by == 0) return now;
    store::enter(ctx.tx, key.shop, {ctx.ids.next(), key.sku, key.warehouse, 1, by > 0 ? Bucket::outside : Bucket::available,
                                    by > 0 ? Bucket::available : Bucket::outside, by > 0 ? by : -by, ctx.who.user, std::string(why), ctx.now});
    const std::int64_t left = store::left_in_all(ctx.tx, key.shop, key.sku);
    if (by < 0 && left == 0) ctx.tell(StockTurned{key.shop, key.sku, false});
    if (by > 0 && left == by) ctx.tell(StockTurned{key.shop, key.sku, true});
    return now;
}

}  // namespace

Result<Stock> set_stock(WriteCtx& ctx, const SetStock& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::editor));
    const StockKey key{in.shop, in.sku, in.warehouse.value_or(first_warehouse(in.shop))};
    const auto before = store::find_stock(ctx.tx, key);
    if (!before) return refuse(not_found);
    const auto after = store::set_total(ctx.tx, key, in.total, in.version);
    if (!after) return refuse(stock_moved, "It is at version " + std::to_string(before->version) + " with " + std::to_string(before->available) +
                                               " available and " + std::to_string(before->held) + " held");
    catalog::enter_in_log(ctx, in.shop, "stock_counted", text(in.sku), std::to_string(std::int64_t(in.total)));
    // The version proves that nothing moved between the two statements.
    return enter_correction(ctx, key, *after, after->available - before->available, "counted");
}

Result<Stock> adjust_stock(WriteCtx& ctx, const AdjustStock& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::editor));
    const StockKey key{in.shop, in.sku, in.warehouse.value_or(first_warehouse(in.shop))};
    TRY(open_if_new(ctx, key));
    const auto after = store::adjust(ctx.tx, key, in.by);
    if (!after) return refuse(sold_out, "Fewer pieces than that are available");
    catalog::enter_in_log(ctx, in.shop, "stock_adjusted", text(in.sku), std::to_string(std::int64_t(in.by)));
    return enter_correction(ctx, key, *after, in.by, in.why);
}

Done limit_holds(WriteCtx& ctx, const LimitHolds& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::editor));
    if (!store::set_hold_limit(ctx.tx, in.shop, in.sku, in.most)) return refuse(not_found);
    return done();
}

}  // namespace meadow::fulfilment
