#include "modules/fulfilment/parcels/ship_order.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/tracking/track_parcel.hpp"

namespace meadow::fulfilment {
namespace {

std::vector<ParcelLine> wanted_lines(db::ReadTx& tx, const ShipOrder& in)
{
    std::vector<ParcelLine> out;
    if (in.lines) {
        for (const PackedLine& line : *in.lines) out.push_back({line.sku, line.count});
    } else {
        for (const SlipLine& line : store::slip_lines(tx, in.shop, in.order))
            if (line.ordered > line.shipped) out.push_back({line.sku, line.ordered - line.shipped});
    }
    return out;
}

Refusal why_not(db::ReadTx& tx, const ShipOrder& in)
{
    const auto slip = store::find_slip(tx, in.shop, in.order);
    if (slip && slip->state == SlipState::open) return refuse(parcels_too_many);
    return refuse(not_shippable, slip && slip->state == SlipState::shipped ? "All of it has left" : "The order was cancelled or paid back");
}

}  // namespace

Result<Parcel> ship_order(WriteCtx& ctx, const ShipOrder& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    if (!store::find_slip(ctx.tx, in.shop, in.order)) return refuse(not_found);

    // Three guards, each in its statement: the lines, the slip, the waybill. A refusal undoes the ones before it.
    Parcel parcel;
    const auto lines = wanted_lines(ctx.tx, in);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!store::take_line(ctx.tx, in.shop, in.order, lines[i].sku, lines[i].count))
            return refuse(ships_too_much, "", {{"/lines/" + std::to_string(i), "is not ordered, or not as often"}});
        parcel.pieces += lines[i].count;
    }
    const auto slip = parcel.pieces == 0 ? std::nullopt : store::count_parcel(ctx.tx, in.shop, in.order, parcel.pieces, most_parcels(ctx));
    if (!slip) return why_not(ctx.tx, in);

    parcel.id = ctx.new_id<ParcelId>();
    parcel.order = in.order;
    parcel.buyer = slip->buyer;
    parcel.carrier = known_carrier(ctx, in.carrier);
    parcel.carrier_name = in.carrier;
    parcel.waybill = in.waybill;
    parcel.shipped_at = ctx.now;
    TRY(start_tracking(ctx, in.shop, parcel));
    store::insert_parcel(ctx.tx, in.shop, parcel);
    for (const ParcelLine& line : lines) store::insert_parcel_line(ctx.tx, in.shop, parcel.id, line);
    store::note_parcel_move(ctx.tx, in.shop, parcel.id, ctx.ids.next(), ParcelState::shipped, ctx.who.user, ctx.now);
    const bool last = slip->state == SlipState::shipped;
    if (last) store::note_slip_move(ctx.tx, in.shop, in.order, SlipState::shipped, ctx.who.user, ctx.now);
    catalog::enter_in_log(ctx, in.shop, "order_shipped", text(in.order), std::string(in.waybill));
    ctx.tell(ParcelShipped{in.shop, in.order, parcel.id, parcel.buyer, parcel.carrier_name, parcel.waybill, last, ctx.now});
    return parcel;
}

}  // namespace meadow::fulfilment
