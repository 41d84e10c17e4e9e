#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/events.hpp"

namespace meadow::creators {

// On hearing NotesShown: counts at their authors' and, for what they pin, at the shops' homes how often Discover showed notes. A figure
// for authors and merchants, not for money: news heard twice counts twice.
Done count_shown(WriteCtx&, const discovery::NotesShown&);

}  // namespace meadow::creators
