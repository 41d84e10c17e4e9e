#pragma once
#include "jobs/context.hpp"
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading {

// What the gateway says of a charge, by notify or when asked; safe to hear twice and in any order. Money that came in pays the
// orders it was meant for, or goes back where nobody waits for it any more. Money that is not what was asked for pays nothing: it
// raises an alarm for a person to look at. Refuses not_found when the charge is none of ours.
Done learn_charge(WriteCtx&, const ChargeReport&);

}  // namespace meadow::trading
