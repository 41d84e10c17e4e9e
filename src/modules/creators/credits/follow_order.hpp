#pragma once
#include "jobs/context.hpp"
#include "modules/trading/events.hpp"

namespace meadow::creators {

// What becomes of an order becomes of its credits. They follow the order as it stands, not the news that says so: news may come twice,
// and late, when somebody could not digest it at once. Each credit takes every step of its way, so its moves and the books tell it all.
//
// Once receipt is confirmed the commission moves in the books, from the merchant to the author and to the platform. A refund before
// receipt moves nothing, since nothing was paid yet; after it the same sums move back.
void follow_order(WriteCtx&, ShopId, OrderId);

Done owe_credits(WriteCtx&, const trading::OrderPaid&);
Done pay_credits(WriteCtx&, const trading::OrderCompleted&);
Done void_credits(WriteCtx&, const trading::OrderCancelled&);
Done claw_back_credits(WriteCtx&, const trading::OrderRefunded&);

}  // namespace meadow::creators
