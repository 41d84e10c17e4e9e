#include "modules/discovery/picks/list_picks.hpp"

#include "modules/discovery/diary/curator.hpp"

namespace meadow::discovery {

Result<Picks> list_picks(ReadCtx& ctx, const Nothing&)
{
    Picks out;
    ctx.outside<Curator>().look([&](const engine::State& state) {
        for (const engine::Pick& pick : state.picks)
            if (ctx.now < pick.until) out.items.push_back({state.notes[pick.note].id, pick.until, state.notes[pick.note].shown, {}});
        return true;
    });
    std::vector<NoteId> notes;
    for (const PickedNote& pick : out.items) notes.push_back(pick.note);
    const auto names = note_names(ctx.tx, notes);
    for (PickedNote& pick : out.items) pick.name = named_in(names, pick.note);
    return out;
}

}  // namespace meadow::discovery
