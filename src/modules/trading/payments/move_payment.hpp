#pragma once
#include <string_view>

#include "jobs/context.hpp"
#include "modules/trading/payments/model.hpp"

namespace meadow::trading {

// Moves a payment and enters the move, by whoever asks. What else changes with it is set in `payment` before. False when somebody
// moved it first: then nothing was changed.
bool move_payment(WriteCtx&, Payment& payment, PaymentState to, std::string_view why);

}  // namespace meadow::trading
