#pragma once
#include "modules/fulfilment/tracking/model.hpp"

namespace meadow::fulfilment {

// The carrier as tracking knows it, or `other`.
std::string known_carrier(const ReadCtx&, std::string_view name);

// Claims the waybill, asks the carrier to tell us, and sets the timer that asks it. Refuses waybill_taken. Nothing for a carrier
// nobody here knows: such a parcel ends by the buyer's word.
Done start_tracking(WriteCtx&, ShopId, const Parcel&);

// Something happened to a parcel. Told late, twice or out of order it does no harm: every scan is kept once, and the parcel only
// moves where its state may go.
void take_scan(WriteCtx&, ShopId, const Parcel&, const Scan&);

}  // namespace meadow::fulfilment
