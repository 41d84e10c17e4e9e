#include "modules/fulfilment/tracking/track_parcel.hpp"

#include "jobs/errands.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/tracking/store.hpp"

namespace meadow::fulfilment {
namespace {

void arrive(WriteCtx& ctx, ShopId shop, const Parcel& parcel)
{
    const auto slip = store::count_delivered(ctx.tx, shop, parcel.order, parcel.pieces);
    const bool last = slip && slip->delivered == slip->pieces;
    ctx.tell(ParcelDelivered{shop, parcel.order, parcel.id, parcel.buyer, last, ctx.now});
}

}  // namespace

std::string known_carrier(const ReadCtx& ctx, std::string_view name)
{
    return std::string(ctx.outside<Carriers>().find(name) ? name : other_carrier);
}

Done start_tracking(WriteCtx& ctx, ShopId shop, const Parcel& parcel)
{
    if (parcel.carrier == other_carrier) return done();
    if (!store::claim_waybill(ctx.tx, parcel.carrier, parcel.waybill, shop, parcel.id)) return refuse(waybill_taken);
    jobs::errands::send(ctx, enlist_errand, TrackedWaybill{parcel.carrier, parcel.waybill});
    ctx.tell_at(ctx.now + poll_pause(ctx), PollDue{parcel.carrier, parcel.waybill, ctx.now + poll_for(ctx)});
    return done();
}

void take_scan(WriteCtx& ctx, ShopId shop, const Parcel& parcel, const Scan& scan)
{
    if (!store::insert_scan(ctx.tx, shop, parcel.id, scan, ctx.now)) return;
    if (!store::move_parcel(ctx.tx, shop, parcel.id, scan.state)) return;
    store::note_parcel_move(ctx.tx, shop, parcel.id, ctx.ids.next(), scan.state, ctx.who.user, ctx.now);
    const bool ended = scan.state == ParcelState::delivered || scan.state == ParcelState::returned;
    if (ended && parcel.carrier != other_carrier) store::close_waybill(ctx.tx, parcel.carrier, parcel.waybill);
    if (scan.state == ParcelState::delivered) arrive(ctx, shop, parcel);
}

}  // namespace meadow::fulfilment
