// The shop's answer to a request, or the operator's where the shop's is missing or in dispute.
#pragma once
#include "jobs/context.hpp"
#include "modules/trading/refunds/model.hpp"

namespace meadow::trading {

struct OneRefund {
    ShopId shop;
    RefundId refund;
};
BOOST_DESCRIBE_STRUCT(OneRefund, (), (shop, refund))

struct AnswerRefund {
    ShopId shop;
    RefundId refund;
    bool granted = false;
    std::optional<Text<1, 500>> why;   // needed for a no
};
BOOST_DESCRIBE_STRUCT(AnswerRefund, (), (shop, refund, granted, why))

// The shop's staff (support) grant or turn down a request that waits for them.
Result<Refund> answer_refund(WriteCtx&, const AnswerRefund&);
// An operator decides an escalated one, for good; entered in the audit log.
Result<Refund> decide_refund(WriteCtx&, const AnswerRefund&);

}  // namespace meadow::trading
