#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

struct PolicyChange {
    Text<1, 40> name;                      // "first_pool", "hope" …: engine/policy.hpp says what each means
    double value = 0;
};
BOOST_DESCRIBE_STRUCT(PolicyChange, (), (name, value))

struct SetPolicy {
    List<PolicyChange, 60, 1> changes;     // against the newest version
    Text<3, 500> reason;
    std::optional<Instant> effective_from; // now when absent
};
BOOST_DESCRIBE_STRUCT(SetPolicy, (), (changes, reason, effective_from))

struct NewPolicy {
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(NewPolicy, (), (version))

// A new version of the engine's numbers, in force from its moment on in every process, at the same place of the diary. With a
// `readers_share` below 1 it is on trial for so many of the readers, beside the version in force.
Result<NewPolicy> set_policy(WriteCtx&, const SetPolicy&);

}  // namespace meadow::discovery
