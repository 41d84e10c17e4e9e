// What identity does by itself.
#include "modules/identity/module.hpp"
#include "modules/identity/sessions/forget_sessions.hpp"

namespace meadow::identity {

void add_jobs(jobs::Pump& pump, jobs::World& world)
{
    pump.every(1min, [&world] { jobs::write_in_lane(world, {}, 0, [](WriteCtx& ctx) { return forget_sessions(ctx) > 0; }); });
}

}  // namespace meadow::identity
