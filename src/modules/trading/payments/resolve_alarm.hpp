#pragma once
#include "jobs/context.hpp"

namespace meadow::trading {

struct ResolveAlarm {
    UserId buyer;
    PaymentId payment;
    Text<1, 200> what;         // of a payment's alarms, this one
    Text<1, 1000> resolution;  // what was found and done
};
BOOST_DESCRIBE_STRUCT(ResolveAlarm, (), (buyer, payment, what, resolution))

// An operator has looked at an alarm. It rings again when the same thing happens again.
Done resolve_alarm(WriteCtx&, const ResolveAlarm&);

}  // namespace meadow::trading
