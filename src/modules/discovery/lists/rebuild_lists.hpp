#pragma once
#include <functional>

#include "jobs/world.hpp"

namespace meadow::discovery {

// Makes the lists again from the notes themselves, in small transactions, while `go_on` says so: notes after `after` are put where
// they belong. For notes that came without news (an import), and for lists that were lost.
void rebuild_lists(jobs::World&, NoteId after, const std::function<bool()>& go_on);

// Whether no note stands on any list.
bool lists_missing(jobs::World&);

}  // namespace meadow::discovery
