#include "modules/fulfilment/parcels/show_parcels.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/tracking/store.hpp"

namespace meadow::fulfilment {

Result<Shipment> show_parcels(ReadCtx& ctx, const ShowParcels& in)
{
    const auto slip = store::find_slip(ctx.tx, in.shop, in.order);
    if (!slip) return refuse(not_found);
    if (slip->buyer != ctx.who.user) TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    Shipment out{in.order, slip->state, store::slip_lines(ctx.tx, in.shop, in.order), {}};
    for (const Parcel& p : store::parcels_of(ctx.tx, in.shop, in.order))  // at most most_parcels
        out.parcels.push_back({p.id, p.state, p.carrier_name, p.carrier != other_carrier, p.waybill, store::parcel_lines(ctx.tx, in.shop, p.id),
                               store::scans_of(ctx.tx, in.shop, p.id), p.shipped_at});
    return out;
}

Result<Page<SlipView>> list_slips(ReadCtx& ctx, const ListSlips& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto slips = page_of(store::open_slips(ctx.tx, in.shop, cursor->first, in.limit + 1), in.limit,
                               [](const Slip& s) { return Cursor{s.order.value, 0}; });
    Page<SlipView> page;
    page.next = slips.next;
    for (const Slip& s : slips.items)
        page.items.push_back({s.order, s.buyer, s.pieces, s.shipped, store::slip_lines(ctx.tx, in.shop, s.order), s.opened_at});
    return page;
}

}  // namespace meadow::fulfilment
