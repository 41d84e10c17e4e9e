// The gateway's errands: to tell the merchant how a charge stands, and to be a slow bank.
#pragma once
#include "jobs/errands.hpp"
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading::sandbox {

struct MerchantNotice {
    static constexpr std::string_view errand = "trading.sandbox_notice";
    std::string trade;
};
BOOST_DESCRIBE_STRUCT(MerchantNotice, (), (trade))

struct LateSettling {
    static constexpr std::string_view errand = "trading.sandbox_settle";
    std::string trade;
};
BOOST_DESCRIBE_STRUCT(LateSettling, (), (trade))

// Posts a signed notify to the address the charge named. Throws, to be tried again, unless the merchant takes it.
void notify_merchant(jobs::World&, const MerchantNotice&);
// What was processing is paid now, and the merchant is told.
void settle_late(jobs::World&, const LateSettling&);

}  // namespace meadow::trading::sandbox
