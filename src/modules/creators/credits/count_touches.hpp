#pragma once
#include "jobs/context.hpp"
#include "modules/creators/events.hpp"

namespace meadow::creators {

// On hearing TouchedNotes: counts at the shops' homes whom a note has led to a product. A figure for merchants, not for money: news
// heard twice counts twice.
Done count_touches(WriteCtx&, const TouchedNotes&);

}  // namespace meadow::creators
