// Counts new views into the notes' counters.
#pragma once
#include "jobs/world.hpp"

namespace meadow::community {

inline const Setting<Duration> keep_views{"community.keep_views", std::chrono::hours{24 * 30}, "How long single views are kept after they were counted"};

// One bounded piece: the counters and the cursor move in one transaction, so that a crash repeats nothing. Returns how many views it
// took; call again while it took some.
std::int64_t fold_views(jobs::World&);
// Forgets single views that were counted and are old, a bounded piece at a time.
std::int64_t forget_old_views(jobs::World&);

}  // namespace meadow::community
