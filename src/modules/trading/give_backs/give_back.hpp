#pragma once
#include "jobs/context.hpp"
#include "jobs/world.hpp"
#include "modules/trading/events.hpp"
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading {

// An errand: asks the gateway to give money back. It names the refund, so the gateway gives once however often it is asked.
struct GiveBackErrand {
    static constexpr std::string_view errand = "trading.give_back";
    UserId buyer;
    PaymentId payment;
    RefundId refund;
};
BOOST_DESCRIBE_STRUCT(GiveBackErrand, (), (buyer, payment, refund))

// On hearing RefundOrdered.
Done start_give_back(WriteCtx&, const RefundOrdered&);
// Runs the errand. A gateway that cannot be reached is asked again; its no is kept for an operator.
void give_back(jobs::World&, const GiveBackErrand&);
Done hear_given_back(WriteCtx&, const GiveBackErrand&, const GivenBack&);

}  // namespace meadow::trading
