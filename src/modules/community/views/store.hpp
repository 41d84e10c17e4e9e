// community_views (store of events; home: who looks), community_view_cursor (main store).
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "jobs/horizon.hpp"
#include "modules/community/views/model.hpp"

namespace meadow::community::store {

// False when this viewer's client has told this event before.
bool insert_view(db::Tx& events, const View&, Instant now);

struct ViewRow {
    ViewPlace place;
    NoteId note;
    UserId author;
    bool finished = false;
};
BOOST_DESCRIBE_STRUCT(ViewRow, (), (place, note, author, finished))
// Those after a place in order, below the horizon (jobs/horizon.hpp): no earlier one can follow any more.
std::vector<ViewRow> views_after(db::ReadTx& events, ViewPlace, jobs::Horizon, std::int64_t limit);
std::int64_t forget_views(db::Tx& events, ViewPlace counted, Instant before, std::int64_t limit);

ViewPlace view_cursor(db::ReadTx&);
// False when somebody else moved it meanwhile.
bool move_view_cursor(db::Tx&, ViewPlace from, ViewPlace to);

}  // namespace meadow::community::store
