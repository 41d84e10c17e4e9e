#include "modules/discovery/picks/list_picks.hpp"

#include "modules/discovery/diary/curator.hpp"

namespace meadow::discovery {

Result<Picks> list_picks(ReadCtx& ctx, const Nothing&)
{
    return ctx.outside<Curator>().look([&](const engine::State& state) {
        Picks out;
        for (const engine::Pick& pick : state.picks)
            if (ctx.now < pick.until) out.items.push_back({state.notes[pick.note].id, pick.until, state.notes[pick.note].shown});
        return out;
    });
}

}  // namespace meadow::discovery
