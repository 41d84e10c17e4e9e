#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading::sandbox {

struct ListCharges {
    PageSize limit = page_size_max;
};
BOOST_DESCRIBE_STRUCT(ListCharges, (), (limit))

// A line of the sandbox gateway's own books: a charge somebody came to pay.
struct SandboxCharge {
    std::string trade;         // its name for one of our payments
    std::string transaction;
    ChargeState state{};
    Money amount;
    Money given_back;
    Instant at;                // of the state
};
BOOST_DESCRIBE_STRUCT(SandboxCharge, (), (trade, transaction, state, amount, given_back, at))

struct SandboxCharges {
    std::vector<SandboxCharge> items;
};
BOOST_DESCRIBE_STRUCT(SandboxCharges, (), (items))

// For operators of a demonstration: what the gateway would see on its own desk. The newest, newest first.
Result<SandboxCharges> list_charges(ReadCtx&, const ListCharges&);

}  // namespace meadow::trading::sandbox
