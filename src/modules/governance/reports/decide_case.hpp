#pragma once
#include "jobs/context.hpp"
#include "modules/governance/reports/model.hpp"

namespace meadow::governance {

struct DecideCase {
    Text<5, 40> subject;
    Decision decision{};
    Text<1, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(DecideCase, (), (subject, decision, reason))

// A moderator decides, reported or not: the verdict is published as news, and whoever owns the subject acts on it. Everything is
// in the audit log.
Done decide_case(WriteCtx&, const DecideCase&);

}  // namespace meadow::governance
