#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/engine/experiments.hpp"
#include "modules/discovery/engine/policy.hpp"

namespace meadow::discovery {

struct PolicyView {
    std::int64_t version = 0;
    std::optional<Instant> effective_from;     // absent: what the program ships with
    std::string reason;
    double readers_share = 1;
    std::vector<engine::PolicyNumber> numbers; // that differ from what the program ships with
    std::optional<engine::PolicyOutcome> outcome;   // of the pages made under it, with intervals
};
BOOST_DESCRIBE_STRUCT(PolicyView, (), (version, effective_from, reason, readers_share, numbers, outcome))

struct Policies {
    std::int64_t in_force = 0;
    std::optional<std::int64_t> on_trial;      // beside it, for a share of the readers
    std::vector<engine::PolicyNumber> shipped; // every number, as the program ships with it
    std::vector<PolicyView> items;             // the newest first, at most 16
};
BOOST_DESCRIBE_STRUCT(Policies, (), (in_force, on_trial, shipped, items))

// The versions of the engine's numbers, and what came of each.
Result<Policies> list_policies(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
