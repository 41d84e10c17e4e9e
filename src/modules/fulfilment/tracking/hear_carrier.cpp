#include "modules/fulfilment/tracking/hear_carrier.hpp"

#include "http/tokens.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/tracking/store.hpp"
#include "modules/fulfilment/tracking/track_parcel.hpp"

namespace meadow::fulfilment {
namespace {

constexpr std::size_t longest_text = 200;

}  // namespace

void take_event(WriteCtx& ctx, std::string_view carrier, const CarrierEvent& event)
{
    const auto holder = store::find_waybill(ctx.tx, carrier, event.waybill);
    const auto parcel = holder ? store::find_parcel(ctx.tx, holder->shop, holder->parcel) : std::nullopt;
    if (parcel) take_scan(ctx, holder->shop, *parcel, event.scan);
}

Done hear_carrier(WriteCtx& ctx, const HearCarrier& in)
{
    const auto secret = store::carrier_secret(ctx.tx, in.carrier);
    if (!secret || !http::same_secret(in.signature, sign_event(*secret, in.body.bytes))) return refuse(forged);
    const CarrierEvent event = TRY(from_json<CarrierEvent>(in.body.bytes));
    const Scan& scan = event.scan;
    if (scan.scan.empty() || std::max({scan.scan.size(), scan.place.size(), scan.what.size()}) > longest_text)
        return refuse(bad_input, "", {{"/scan", "must have a number; its texts are at most 200 bytes long"}});
    take_event(ctx, in.carrier, event);
    return done();
}

}  // namespace meadow::fulfilment
