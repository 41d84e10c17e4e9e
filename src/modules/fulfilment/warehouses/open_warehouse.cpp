#include "modules/fulfilment/warehouses/open_warehouse.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/warehouses/store.hpp"

namespace meadow::fulfilment {

Result<Warehouse> open_warehouse(WriteCtx& ctx, const OpenWarehouse& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::editor));
    if (std::int64_t(store::list_warehouses(ctx.tx, in.shop).size()) >= most_warehouses(ctx)) return refuse(warehouses_too_many);
    const Warehouse warehouse{ctx.new_id<WarehouseId>(), in.name, in.type, in.rank, ctx.now};
    store::insert_warehouse(ctx.tx, in.shop, warehouse);
    return warehouse;
}

Result<std::vector<Warehouse>> list_warehouses(ReadCtx& ctx, const ListWarehouses& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    return store::list_warehouses(ctx.tx, in.shop);
}

}  // namespace meadow::fulfilment
