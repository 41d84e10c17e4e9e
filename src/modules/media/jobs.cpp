#include "modules/media/items/sweep_orphans.hpp"
#include "modules/media/items/sweep_unused.hpp"
#include "modules/media/module.hpp"

namespace meadow::media {

// One shelf of 256 every five minutes: the whole store in less than a day, and news never waits long for it.
void add_jobs(jobs::Pump& pump, jobs::World& world)
{
    pump.every(5min, [&world, shelf = 0]() mutable {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) { sweep_orphans(ctx, shelf); });
        shelf = (shelf + 1) % blobs::shelves;
    });
    pump.every(10min, [&world] {
        for (std::int64_t looked_at = 1; looked_at > 0;)
            jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) { return (looked_at = sweep_unused(ctx)) > 0; });
    });
}

}  // namespace meadow::media
