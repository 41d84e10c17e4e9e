#pragma once
#include "jobs/context.hpp"
#include "modules/trading/events.hpp"
#include "modules/trading/orders/show_order.hpp"

namespace meadow::trading {

// The buyer has everything: the order is completed and the shop gets the money. Safe to repeat.
Done confirm_receipt(WriteCtx&, const OneOrder&);
// The same by time. Does nothing while a refund is being talked about or the day was put off.
Done confirm_by_time(WriteCtx&, const ConfirmDue&);
// Puts that day off, once.
Result<OrderView> extend_receipt(WriteCtx&, const OneOrder&);

}  // namespace meadow::trading
