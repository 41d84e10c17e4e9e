#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/wishes/store.hpp"

namespace meadow::discovery {

// Writes a wish down unless there are too many of its kind already. Wishing twice is wishing once.
Done wish(WriteCtx&, Wish, std::int64_t key);

}  // namespace meadow::discovery
