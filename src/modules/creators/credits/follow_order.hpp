// What becomes of an order becomes of its credits. Each handler may hear the same news twice.
#pragma once
#include "jobs/context.hpp"
#include "modules/trading/events.hpp"

namespace meadow::creators {

Done owe_credits(WriteCtx&, const trading::OrderPaid&);
// The commission moves in the books: from the merchant to the author and to the platform.
Done pay_credits(WriteCtx&, const trading::OrderCompleted&);
Done void_credits(WriteCtx&, const trading::OrderCancelled&);
// Before receipt nothing was paid yet; after it the same sums move back.
Done claw_back_credits(WriteCtx&, const trading::OrderRefunded&);

}  // namespace meadow::creators
