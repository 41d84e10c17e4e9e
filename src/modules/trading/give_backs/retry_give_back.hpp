#pragma once
#include "jobs/context.hpp"

namespace meadow::trading {

struct RetryGiveBack {
    RefundId refund;
};
BOOST_DESCRIBE_STRUCT(RetryGiveBack, (), (refund))

// An operator has the gateway asked again, now. Asking what is already under way does no harm.
Done retry_give_back(WriteCtx&, const RetryGiveBack&);

}  // namespace meadow::trading
