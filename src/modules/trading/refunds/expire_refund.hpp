#pragma once
#include "jobs/context.hpp"
#include "modules/trading/events.hpp"

namespace meadow::trading {

// The shop kept silent: a yes while nothing has left, otherwise an operator decides.
Done expire_refund(WriteCtx&, const RefundDue&);

}  // namespace meadow::trading
