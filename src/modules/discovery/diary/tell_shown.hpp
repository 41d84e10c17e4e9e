#pragma once
#include "jobs/world.hpp"
#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery {

// Tells the street what the diary has kept of pages, guests' among them, since it was told last: one bounded piece. The cursor moves with the news, in one
// transaction, so a page counts once whoever tells it. Returns how many entries it went through; call again while it did some.
std::int64_t tell_shown(jobs::World&);

}  // namespace meadow::discovery
