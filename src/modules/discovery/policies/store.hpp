// discovery_policies (home: the version).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"
#include "modules/discovery/engine/policy.hpp"

namespace meadow::discovery {

struct PolicyRow {
    std::int64_t version = 0;
    Instant effective_from;
    std::vector<engine::PolicyNumber> numbers;   // that differ from what the program ships with
    std::string reason;
    UserId set_by;
    Instant set_at;
};
BOOST_DESCRIBE_STRUCT(PolicyRow, (), (version, effective_from, numbers, reason, set_by, set_at))

}  // namespace meadow::discovery

namespace meadow::discovery::store {

// False when the version is there already.
bool insert_policy(db::Tx&, const PolicyRow&);
// The newest first.
std::vector<PolicyRow> newest_policies(db::ReadTx&, std::int64_t limit);

}  // namespace meadow::discovery::store
