#include "modules/community/views/record_views.hpp"

#include <algorithm>

#include "modules/community/notes/seeing.hpp"
#include "modules/community/views/store.hpp"

namespace meadow::community {

Result<SeenNotes> find_seen_notes(ReadCtx& ctx, const RecordViews& in)
{
    std::vector<NoteId> notes;
    for (const ViewEvent& view : in.views) notes.push_back(view.note);
    const auto homes = visible_homes(ctx.tx, ctx.who, notes);

    SeenNotes seen;
    for (const ViewEvent& view : in.views) {
        const auto home = std::find_if(homes.begin(), homes.end(), [&](const auto& h) { return h.note == view.note; });
        if (home == homes.end()) continue;
        const Instant at = std::min(view.at.value_or(ctx.now), ctx.now);   // a device whose clock is ahead
        seen.views.push_back({ctx.who.user, view.event, view.note, home->author, at, view.dwell_ms.value_or(0),
                              view.source.value_or(ViewSource::other), view.finished.value_or(false)});
    }
    return seen;
}

Result<RecordedViews> record_views(WriteCtx& ctx, const RecordViews&, const SeenNotes& seen)
{
    RecordedViews out;
    for (const View& view : seen.views)
        if (store::insert_view(ctx.tx, view, ctx.now)) ++out.recorded;
    return out;
}

}  // namespace meadow::community
