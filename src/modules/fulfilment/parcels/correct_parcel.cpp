#include "modules/fulfilment/parcels/correct_parcel.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/tracking/store.hpp"
#include "modules/fulfilment/tracking/track_parcel.hpp"

namespace meadow::fulfilment {

Done correct_parcel(WriteCtx& ctx, const CorrectParcel& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    auto parcel = store::find_parcel(ctx.tx, in.shop, in.parcel);
    if (!parcel) return refuse(not_found);
    store::free_waybill(ctx.tx, parcel->carrier, parcel->waybill, parcel->id);
    parcel->carrier = known_carrier(ctx, in.carrier);
    parcel->carrier_name = in.carrier;
    parcel->waybill = in.waybill;
    if (!store::correct_waybill(ctx.tx, in.shop, *parcel)) return refuse(corrected_before);
    return start_tracking(ctx, in.shop, *parcel);
}

Done confirm_parcel(WriteCtx& ctx, const ConfirmParcel& in)
{
    const auto parcel = store::find_parcel(ctx.tx, in.shop, in.parcel);
    if (!parcel || parcel->buyer != ctx.who.user) return refuse(not_found);
    take_scan(ctx, in.shop, *parcel, {"buyer", ParcelState::delivered, "", "已签收（买家确认）", ctx.now});
    return done();
}

}  // namespace meadow::fulfilment
