// What fulfilment does on hearing news. Every handler may hear the same news twice.
#include "jobs/errands.hpp"
#include "modules/catalog/events.hpp"
#include "modules/fulfilment/module.hpp"
#include "modules/fulfilment/parcels/open_slip.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/sandbox/carrier.hpp"
#include "modules/fulfilment/stock/enter_sku.hpp"
#include "modules/fulfilment/tracking/hear_carrier.hpp"
#include "modules/fulfilment/tracking/store.hpp"
#include "modules/fulfilment/tracking/track_parcel.hpp"
#include "modules/fulfilment/warehouses/store.hpp"
#include "modules/trading/events.hpp"

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

// What has left has left; nothing more does.
void close(WriteCtx& ctx, ShopId shop, OrderId order)
{
    if (store::close_slip(ctx.tx, shop, order)) store::note_slip_move(ctx.tx, shop, order, SlipState::cancelled, {}, ctx.now);
}

Done close_cancelled(WriteCtx& ctx, const trading::OrderCancelled& news)
{
    close(ctx, news.shop, news.order);
    return done();
}

Done close_refunded(WriteCtx& ctx, const trading::OrderRefunded& news)
{
    close(ctx, news.shop, news.order);
    return done();
}

// The buyer has it all, by word or by time: parcels whose carrier never said so have arrived.
Done end_ways(WriteCtx& ctx, const trading::OrderCompleted& news)
{
    for (const Parcel& parcel : store::parcels_of(ctx.tx, news.shop, news.order))
        if (may_go(parcel.state, ParcelState::delivered))
            take_scan(ctx, news.shop, parcel, {"completed", ParcelState::delivered, "", "已签收（订单完成）", news.at});
    return done();
}

Done ask_if_open(WriteCtx& ctx, const PollDue& news)
{
    const auto holder = store::find_waybill(ctx.tx, news.carrier, news.waybill);
    if (!holder || holder->open == 0 || news.until < ctx.now) return done();
    jobs::errands::send(ctx, ask_errand, TrackedWaybill{news.carrier, news.waybill});
    ctx.tell_at(ctx.now + poll_pause(ctx), news);
    return done();
}

Carrier& carrier_of(jobs::World& world, const TrackedWaybill& tracked)
{
    Carrier* const carrier = world.adapters.get<Carriers>().find(tracked.carrier);
    if (carrier == nullptr) throw std::runtime_error("this town does not work with " + tracked.carrier + " any more");
    return *carrier;
}

void ask_carrier(jobs::World& world, const TrackedWaybill& tracked)
{
    const auto scans = carrier_of(world, tracked).ask(world, tracked.waybill);
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        for (const Scan& scan : scans) take_event(ctx, tracked.carrier, {tracked.waybill, scan});
        return true;
    });
}

}  // namespace

void add_errands(jobs::Errands& errands, jobs::World& world)
{
    errands.on<TrackedWaybill>(enlist_errand, [&world](const TrackedWaybill& t) { carrier_of(world, t).enlist(world, t.waybill); });
    errands.on<TrackedWaybill>(ask_errand, [&world](const TrackedWaybill& t) { ask_carrier(world, t); });
    errands.on<sandbox::Push>(sandbox::push_errand, [&world](const sandbox::Push& message) { sandbox::push(world, message); });
}

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("fulfilment", give_warehouse);
    listeners.on("fulfilment", stock_sku);
    listeners.on("fulfilment", open_slip);
    listeners.on("fulfilment", close_cancelled);
    listeners.on("fulfilment", close_refunded);
    listeners.on("fulfilment", end_ways);
    listeners.on("fulfilment", ask_if_open);
    listeners.on("fulfilment", sandbox::reach_station);
}

}  // namespace meadow::fulfilment
