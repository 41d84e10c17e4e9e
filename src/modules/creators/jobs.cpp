// Touches are kept only as long as they may matter.
#include "modules/creators/module.hpp"
#include "modules/creators/touches/store.hpp"

namespace meadow::creators {

void add_jobs(jobs::Pump& pump, jobs::World& world)
{
    pump.every(1h, [&world] {
        jobs::write_in_lane(world, {}, 0, [](WriteCtx& ctx) { return store::forget_touches(ctx.tx, ctx.now - keep_touches(ctx), 5000) > 0; });
    });
}

}  // namespace meadow::creators
