#pragma once
#include "jobs/context.hpp"
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading {

// Reads a notify and proves that the gateway sent it, lately. What it did not sign is refused and logged; nothing is changed.
Result<ChargeReport> prove_notify(ReadCtx&, const Notify&);
// Acts on it. The gateway may notify as often as it likes.
Done take_notify(WriteCtx&, const Notify&, const ChargeReport&);

}  // namespace meadow::trading
