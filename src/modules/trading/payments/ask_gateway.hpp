// Nobody told us how a payment ended: the notify is late, lost, or the payer never came. Then we ask, more and more rarely.
#pragma once
#include <optional>

#include "jobs/context.hpp"
#include "modules/trading/payments/model.hpp"

namespace meadow::trading {

// An errand: one question.
struct GatewayQuestion {
    static constexpr std::string_view errand = "trading.gateway_question";
    UserId buyer;
    PaymentId payment;
    std::int64_t number = 0;   // how many were asked before
};
BOOST_DESCRIBE_STRUCT(GatewayQuestion, (), (buyer, payment, number))

// On hearing PaymentUnheard: sends the question on its way, unless the end is known by now.
Done send_question(WriteCtx&, const PaymentUnheard&);
// Runs the errand.
void ask_gateway(jobs::World&, const GatewayQuestion&);
// What came of it; nothing when the gateway gave no clear answer. Sets the time of the next question while the end is open.
Done hear_answer(WriteCtx&, const GatewayQuestion&, const std::optional<ChargeReport>&);

}  // namespace meadow::trading
