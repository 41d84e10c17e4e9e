#pragma once
#include <optional>
#include <string_view>

#include "jobs/context.hpp"
#include "modules/creators/credits/model.hpp"

namespace meadow::creators {

// Moves a credit, enters the move and tells of it. False when somebody moved it first.
bool move_credit(WriteCtx&, Credit&, CreditState to, std::string_view why);

// Keeps the author's totals and the shop's counts in step with a credit that has left `from` (nothing: it is new), and tells the
// street and the author.
void count_credit(WriteCtx&, const Credit&, std::optional<CreditState> from);

}  // namespace meadow::creators
