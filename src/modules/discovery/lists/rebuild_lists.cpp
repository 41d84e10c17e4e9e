#include "modules/discovery/lists/rebuild_lists.hpp"

#include "modules/discovery/interests/store.hpp"
#include "modules/discovery/lists/place_notes.hpp"
#include "modules/discovery/lists/store.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t slice = 500;  // one transaction: 10 to 20 ms of the lane

}  // namespace

void rebuild_lists(jobs::World& world, NoteId after, const std::function<bool()>& go_on)
{
    NoteId last = after;
    for (bool more = true; more && go_on();) {
        NoteId reached = last;
        jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
            const auto notes = community::public_notes_after(ctx.tx, last, slice, community::Authors::all);
            more = !notes.empty();
            if (more) reached = notes.back().id;
            place_public_notes(ctx, notes);
            return more;
        });
        last = reached;
    }
}

bool lists_missing(jobs::World& world)
{
    bool missing = false;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { missing = store::entries(ctx.tx, latest_list(), {}, 1).empty() || !store::topics_named(ctx.tx); });
    return missing;
}

}  // namespace meadow::discovery
