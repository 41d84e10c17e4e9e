#pragma once
#include "jobs/context.hpp"
#include "modules/trading/refunds/model.hpp"

namespace meadow::trading {

// A request comes to nothing: moves it to `to` and its order back to where it stood. Time to confirm receipt that ran out
// meanwhile starts to count again from now, so that nothing is settled in the same breath.
void close_refund(WriteCtx&, Refund&, RefundState to, std::string_view why);

}  // namespace meadow::trading
