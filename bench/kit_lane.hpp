// The limit a route is compared with: the same verb run in the same lanes, without HTTP.
#pragma once
#include <functional>

#include "app/wiring.hpp"

namespace meadow::bench {

// Queues `count` runs of a verb as fast as the lanes take them and waits for all. Returns runs a second. `who` and `home` are
// asked on the calling thread; `verb` runs on a lane's thread, perhaps more than once.
double verbs_per_second(jobs::World&, int count, const std::function<Who(int)>& who, const std::function<std::uint64_t(int)>& home,
                        const std::function<bool(WriteCtx&, int)>& verb);

// Waits until the pump has delivered all that was told to all who listen.
void wait_for_news(app::Meadow&);

}  // namespace meadow::bench
