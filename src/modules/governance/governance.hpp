// The front door of governance: what staff did, written down where nobody can take it back.
#pragma once
#include <string_view>

#include "jobs/context.hpp"
#include "modules/governance/events.hpp"

namespace meadow::governance {

// Enters a staff action into the audit log, in the same transaction as the action. `action`: "catalog.approve_product".
// `before` and `after` are JSON, or empty.
void audit(WriteCtx&, std::string_view action, SubjectRef, std::string_view reason, std::string_view before = {}, std::string_view after = {});

}  // namespace meadow::governance
