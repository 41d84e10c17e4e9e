#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"

namespace meadow::operations {

struct ChangeSetting {
    Text<1, 80> name;
    Text<1, 80> value;
    std::optional<Instant> effective_from;   // now when absent; never before
    Text<1, 300> reason;
};
BOOST_DESCRIBE_STRUCT(ChangeSetting, (), (name, value, effective_from, reason))

// Sets what a setting is from an instant on; running servers take it up within five seconds. What was in force before stays on record;
// the reason goes into the audit log under the operator's own name.
Done change_setting(WriteCtx&, const ChangeSetting&);

}  // namespace meadow::operations
