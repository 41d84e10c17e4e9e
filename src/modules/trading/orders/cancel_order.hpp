#pragma once
#include "jobs/context.hpp"
#include "modules/trading/events.hpp"
#include "modules/trading/orders/show_order.hpp"

namespace meadow::trading {

// The buyer gives an unpaid order up. Its stock is free again at once.
Done cancel_order(WriteCtx&, const OneOrder&);
// The window to pay has closed. Whoever moves the order first wins: a payment in the same instant makes this do nothing.
Done expire_order(WriteCtx&, const PaymentDue&);

}  // namespace meadow::trading
