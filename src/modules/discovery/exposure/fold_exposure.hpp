#pragma once
#include "jobs/world.hpp"
#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery {

// Writes the sums of the oldest day that is over, and whose answers are, and is not written yet: one bounded piece of it. Any number of
// processes may do it at once and any of them be killed: what a day is made from is laid down when it is begun and does not change any
// more, and every piece is written with the cursor that it moves. False when nothing is to be done by now.
bool fold_exposure(jobs::World&);

// Pages and answers up to here stand in the sums and are not asked for any more: they may go.
store::Place folded_up_to(jobs::World&);

// Forgets sums that are older than `discovery.keep_aggregates`, a bounded piece at a time; how many rows.
std::int64_t forget_old_exposure(jobs::World&);

}  // namespace meadow::discovery
