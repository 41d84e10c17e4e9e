#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

struct DecideFinding {
    Whole<1, INT64_MAX> finding;     // its number
    bool upheld = false;             // false: what followed from it is taken back
    Text<3, 500> reason;
};
BOOST_DESCRIBE_STRUCT(DecideFinding, (), (finding, upheld, reason))

// A person looked at it. Upheld, a reader's answers weigh little from now on, or a note's further answers do not count on the ladder; the
// public counters stay as they are. Can be decided again.
Done decide_finding(WriteCtx&, const DecideFinding&);

}  // namespace meadow::discovery
