#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"

namespace meadow::operations {

struct OneWaiting {
    Text<1, 60> key;   // as lists of parked news and of errands give it
};
BOOST_DESCRIBE_STRUCT(OneWaiting, (), (key))

// Hands parked news to its subscriber again with the next round. If it still cannot be digested, it stays where it is.
Done retry_parked(WriteCtx&, const OneWaiting&);
// Takes up again an errand that was given up on.
Done retry_errand(WriteCtx&, const OneWaiting&);

}  // namespace meadow::operations
