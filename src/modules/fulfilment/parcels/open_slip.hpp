#pragma once
#include "jobs/context.hpp"
#include "modules/trading/events.hpp"

namespace meadow::fulfilment {

// The order is paid: it may be packed. Opened cancelled when it was refunded before we heard that it was paid.
Done open_slip(WriteCtx&, const trading::OrderPaid&);

}  // namespace meadow::fulfilment
