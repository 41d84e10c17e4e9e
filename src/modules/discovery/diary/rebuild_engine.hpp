#pragma once
#include <string>

#include "jobs/world.hpp"

namespace meadow::discovery {

struct Rebuilt {
    std::int64_t entries = 0;
    std::int64_t notes = 0, readers = 0;
    std::string bytes;             // of everything the engine then knows
};

// A new engine made from the diary alone, beside the one that serves. `stop_after` entries it is written to a snapshot, thrown away
// and made again from it; 0: not.
Rebuilt rebuild_engine(jobs::World&, std::int64_t stop_after = 0);

}  // namespace meadow::discovery
