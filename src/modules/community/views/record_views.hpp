#pragma once
#include "jobs/context.hpp"
#include "modules/community/views/model.hpp"

namespace meadow::community {

struct ViewEvent {
    Text<8, 40> event;                            // unique to the viewer's client: telling it again counts once
    NoteId note;
    std::optional<Instant> at;                    // now when absent
    std::optional<Whole<0, 86'400'000>> dwell_ms;
    std::optional<ViewSource> source;
    std::optional<bool> finished;                 // read to the end
};
BOOST_DESCRIBE_STRUCT(ViewEvent, (), (event, note, at, dwell_ms, source, finished))

struct RecordViews {
    List<ViewEvent, 100, 1> views;
};
BOOST_DESCRIBE_STRUCT(RecordViews, (), (views))

struct SeenNotes {
    std::vector<View> views;
};

struct RecordedViews {
    std::int64_t recorded = 0;   // the others were told before, or are of notes the viewer cannot see
};
BOOST_DESCRIBE_STRUCT(RecordedViews, (), (recorded))

// Finds who wrote the notes, in the main store; leaves out what the viewer cannot see.
Result<SeenNotes> find_seen_notes(ReadCtx&, const RecordViews&);
// Writes them down in the store of events. The counters follow within seconds (fold_views).
Result<RecordedViews> record_views(WriteCtx&, const RecordViews&, const SeenNotes&);

}  // namespace meadow::community
