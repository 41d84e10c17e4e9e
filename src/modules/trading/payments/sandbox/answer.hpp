// The sandbox gateway's endpoints for merchants: each takes a signed call and answers it.
#pragma once
#include "http/call.hpp"
#include "modules/trading/payments/sandbox/secret.hpp"

namespace meadow::trading::sandbox {

extern const std::string_view pay_path, style_path, query_path, refund_path, statement_path;   // routes.cpp

struct TradeQuestion {
    std::string trade;
};
BOOST_DESCRIBE_STRUCT(TradeQuestion, (), (trade))

constexpr std::int64_t statement_part = 500;   // lines an answer holds at most; fewer: there are no more
struct StatementQuestion {
    StatementLine after;       // lines after this one
    Instant until;
};
BOOST_DESCRIBE_STRUCT(StatementQuestion, (), (after, until))

// How a charge stands. One nobody has come to pay is open, whether or not it was ever asked for.
Result<ChargeReport> answer_query(ReadCtx&, const SignedCall&);
// Gives money back, once for each name.
Result<GivenBack> answer_refund(WriteCtx&, const SignedCall&);
Result<std::vector<StatementLine>> answer_statement(ReadCtx&, const SignedCall&);

}  // namespace meadow::trading::sandbox
