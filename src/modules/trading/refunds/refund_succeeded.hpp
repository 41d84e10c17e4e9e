#pragma once
#include "base/ids.hpp"
#include "jobs/context.hpp"

namespace meadow::trading {

// The gateway has given the money back that RefundOrdered asked for: books it, moves the order, tells OrderRefunded. Safe to
// repeat: false when this was known, or when there is no such refund under way.
bool refund_succeeded(WriteCtx&, ShopId, RefundId);

}  // namespace meadow::trading
