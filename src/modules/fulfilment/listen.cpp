// What fulfilment does on hearing news. Every handler may hear the same news twice.
#include "modules/catalog/events.hpp"
#include "modules/fulfilment/module.hpp"
#include "modules/fulfilment/stock/enter_sku.hpp"
#include "modules/fulfilment/warehouses/store.hpp"

namespace meadow::fulfilment {
namespace {

void open_first_warehouse(WriteCtx& ctx, ShopId shop)
{
    store::insert_warehouse(ctx.tx, shop, {first_warehouse(shop), "默认仓", WarehouseType::self, 0, ctx.now});
}

Done give_warehouse(WriteCtx& ctx, const catalog::ShopOpened& news)
{
    open_first_warehouse(ctx, news.shop);
    return done();
}

Done stock_sku(WriteCtx& ctx, const catalog::SkuAdded& news)
{
    open_first_warehouse(ctx, news.shop);
    enter_sku(ctx, {news.shop, news.sku, first_warehouse(news.shop)}, news.stock);
    return done();
}

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("fulfilment", give_warehouse);
    listeners.on("fulfilment", stock_sku);
}

}  // namespace meadow::fulfilment
