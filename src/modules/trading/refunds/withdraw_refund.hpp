#pragma once
#include "modules/trading/refunds/answer_refund.hpp"

namespace meadow::trading {

// The buyer gives up a request nobody has granted yet.
Result<Refund> withdraw_refund(WriteCtx&, const OneRefund&);
// The shop said no, and the buyer turns to an operator, within the appeal window and once a request.
Result<Refund> escalate_refund(WriteCtx&, const OneRefund&);

}  // namespace meadow::trading
