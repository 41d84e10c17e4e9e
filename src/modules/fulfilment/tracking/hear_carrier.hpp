#pragma once
#include "modules/fulfilment/tracking/model.hpp"

namespace meadow::fulfilment {

struct HearCarrier {
    Text<1, 40> carrier;
    Text<64, 64> signature;    // HMAC-SHA256 of the body with the secret we share, in hex
    Upload body;               // a CarrierEvent
};
BOOST_DESCRIBE_STRUCT(HearCarrier, (), (carrier, signature, body))

// A carrier tells of a parcel. Forged messages are refused; repeated and late ones change nothing twice; one about a waybill we do
// not know is accepted and forgotten, as carriers would repeat it for ever.
Done hear_carrier(WriteCtx&, const HearCarrier&);

// The same without a signature: what we asked for ourselves.
void take_event(WriteCtx&, std::string_view carrier, const CarrierEvent&);

}  // namespace meadow::fulfilment
