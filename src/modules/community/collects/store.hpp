// community_albums, community_collects (home: who collects).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/community/collects/model.hpp"

namespace meadow::community::store {

void insert_album(db::Tx&, const Album&);
std::optional<Album> find_album(db::ReadTx&, UserId, AlbumId);
// All of them, oldest first.
std::vector<Album> list_albums(db::ReadTx&, UserId);
bool update_album(db::Tx&, UserId, AlbumId, std::string_view name, bool open);
bool delete_album(db::Tx&, UserId, AlbumId);

// Makes room for one more note: false when there is no such album or it holds `most`. The default album comes to be by this.
bool take_room(db::Tx&, UserId, AlbumId, std::int64_t most, Instant now);
// Counts what came into the default album, however many, or left any.
void count_into_default(db::Tx&, UserId, std::int64_t by, Instant now);
void count_out(db::Tx&, UserId, AlbumId, std::int64_t by);

// False when it was collected already.
bool insert_collect(db::Tx&, UserId, NoteId, AlbumId, Instant now);
// The album a note was in, gone from it now; nothing when it was in none.
std::optional<AlbumId> delete_collect(db::Tx&, UserId, NoteId);
std::optional<AlbumId> find_collect(db::ReadTx&, UserId, NoteId);
// False when the note is not in `from` any more.
bool move_collect(db::Tx&, UserId, NoteId, AlbumId from, AlbumId to);
// Moves all of an album; returns how many.
std::int64_t move_collects(db::Tx&, UserId, AlbumId from, AlbumId to);

struct CollectRow {
    NoteId note;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(CollectRow, (), (note, at))
// Newest first.
std::vector<CollectRow> list_collects(db::ReadTx&, UserId, AlbumId, Cursor, std::int64_t limit);

}  // namespace meadow::community::store
