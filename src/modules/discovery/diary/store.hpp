// discovery_diary (home: the reader), in the store of events.
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "jobs/horizon.hpp"
#include "modules/discovery/diary/model.hpp"

namespace meadow::discovery::store {

// A place in the diary: read on after it. At first before everything, also before what was moved below 0 (leave_future).
struct Place {
    std::int64_t xid = INT64_MIN;
    std::int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (xid, seq))

struct EntryRow {
    std::int64_t xid = 0;
    std::int64_t seq = 0;
    UserId reader;
    std::string key;
    Instant at;
    EntryKind kind{};
    std::string body;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (), (xid, seq, reader, key, at, kind, body))

// False when it is there already.
bool insert_entry(db::Tx& events, const Entry&);
// Somebody wants what they searched for forgotten, and what lists showed them: the entries stay in their places, and say nothing any more.
void empty_searches_and_lists(db::Tx& events, UserId reader);
// In the one order that every process reads, below the horizon (jobs/horizon.hpp): nothing can come before them any more.
std::vector<EntryRow> entries_after(db::ReadTx& events, Place, jobs::Horizon, std::int64_t limit);

// discovery_shown_cursor (main store): how far pages were told. Moving it: false when somebody else did meanwhile.
Place shown_cursor(db::ReadTx&);
bool move_shown_cursor(db::Tx&, Place from, Place to);

// Whether there is an entry at this place.
bool holds_entry(db::ReadTx& events, Place);

// Deletes pages, deeds, searches, lists and what guests were shown from before that stand up to this place, the oldest first, at most `limit`; how many.
std::int64_t forget_entries(db::Tx& events, Place up_to, Instant before, std::int64_t limit);

}  // namespace meadow::discovery::store
