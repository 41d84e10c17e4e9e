#pragma once
#include "jobs/context.hpp"
#include "modules/fulfilment/events.hpp"

namespace meadow::trading {

// The last parcel has left: from now on the time to confirm receipt runs. Heard while a refund is talked about it is only noted.
Done note_shipped(WriteCtx&, const fulfilment::ParcelShipped&);
// The last parcel has arrived.
Done note_delivered(WriteCtx&, const fulfilment::ParcelDelivered&);

}  // namespace meadow::trading
