// discovery_entries (home: the list), discovery_spots (home: the cell), discovery_notes (home: the note).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/discovery/lists/model.hpp"

namespace meadow::discovery::store {

struct Entry {
    Instant published_at;
    NoteId note;
    UserId author;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (published_at, note, author))

struct Spot {
    Instant published_at;
    NoteId note;
    UserId author;
    double latitude = 0;
    double longitude = 0;
};
BOOST_DESCRIBE_STRUCT(Spot, (), (published_at, note, author, latitude, longitude))

struct Placed {
    UserId author;
    Instant published_at;
    std::vector<ListId> lists;
    std::vector<CellId> cells;
};
BOOST_DESCRIBE_STRUCT(Placed, (), (author, published_at, lists, cells))

std::optional<Placed> find_placed(db::ReadTx&, NoteId);
// Puts the note on its lists and cells, and remembers which. What is there already stays.
void put_placing(db::Tx&, const Placing&);
void remove_entry(db::Tx&, ListId, Instant published_at, NoteId);
void remove_spot(db::Tx&, CellId, Instant published_at, NoteId);
void forget_placed(db::Tx&, NoteId);

// All notes that stand on lists, after an id, in id order.
struct Written {
    NoteId note;
    UserId author;
};
BOOST_DESCRIBE_STRUCT(Written, (), (note, author))
std::vector<Written> placed_after(db::ReadTx&, NoteId, std::int64_t limit);

// Newest first, those after the cursor (published_at, note).
std::vector<Entry> entries(db::ReadTx&, ListId, Cursor, std::int64_t limit);
// The same of several lists together, published not before `since`. A note on two of them comes twice.
std::vector<Entry> entries_of(db::ReadTx&, const std::vector<ListId>&, Cursor, Instant since, std::int64_t limit);
// The newest of one cell.
std::vector<Spot> spots(db::ReadTx&, CellId, std::int64_t limit);

}  // namespace meadow::discovery::store
