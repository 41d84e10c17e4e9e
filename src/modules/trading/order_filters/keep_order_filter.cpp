#include "modules/trading/order_filters/keep_order_filter.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

Result<OrderFilters> list_order_filters(ReadCtx& ctx, const OrderFiltersOf& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    return OrderFilters{store::order_filters(ctx.tx, in.shop)};
}

Done keep_order_filter(WriteCtx& ctx, const KeepOrderFilter& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    if (!store::put_order_filter(ctx.tx, in.shop, {in.name, in.query, ctx.who.user, ctx.now}, most_order_filters(ctx))) return refuse(too_many_filters);
    return done();
}

Done drop_order_filter(WriteCtx& ctx, const DropOrderFilter& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    if (!store::delete_order_filter(ctx.tx, in.shop, in.name)) return refuse(not_found);
    return done();
}

}  // namespace meadow::trading
