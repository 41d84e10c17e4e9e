// community_notes, community_note_counts, community_note_edits, community_note_moves (home: author), community_note_homes
// (home: the note), community_pins (home: the product).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/community/notes/model.hpp"

namespace meadow::community::store {

struct NoteHome {
    UserId author;
    Audience audience{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(NoteHome, (), (author, audience, version))

struct NoteCounts {
    std::int64_t likes = 0;
    std::int64_t collects = 0;
    std::int64_t comments = 0;
    std::int64_t shares = 0;
    std::int64_t views = 0;
    std::int64_t reads = 0;
};
BOOST_DESCRIBE_STRUCT(NoteCounts, (), (likes, collects, comments, shares, views, reads))

struct CountedHome {
    NoteHome home;
    NoteCounts counts;
};
BOOST_DESCRIBE_STRUCT(CountedHome, (), (home, counts))

struct CountedNote {
    Note note;
    NoteCounts counts;
};
BOOST_DESCRIBE_STRUCT(CountedNote, (), (note, counts))

// The note, its place in the directory, its counters and its pins.
void insert_note(db::Tx&, const Note&);
std::optional<NoteHome> find_home(db::ReadTx&, NoteId);
std::optional<CountedHome> find_counted_home(db::ReadTx&, NoteId);
struct HomeOf {
    NoteId note;
    UserId author;
    Audience audience{};
};
BOOST_DESCRIBE_STRUCT(HomeOf, (), (note, author, audience))
// In no particular order.
std::vector<HomeOf> find_homes(db::ReadTx&, const std::vector<NoteId>&);
std::optional<Note> find_note(db::ReadTx&, UserId author, NoteId);
// In no particular order.
std::vector<CountedNote> find_many(db::ReadTx&, const std::vector<NoteId>&);
// In the order of their ids.
std::vector<CountedNote> public_after(db::ReadTx&, NoteId, std::int64_t limit);
// An author's own, newest first; all that are not deleted, or those in one state.
std::vector<CountedNote> list_own(db::ReadTx&, UserId author, std::optional<NoteState>, NoteId before, std::int64_t limit);
std::int64_t count_public(db::ReadTx&, UserId author);
std::int64_t count_in_state(db::ReadTx&, UserId author, NoteState);

// Replaces what the note says, while it stands at `expected` and in its state: false when another device was faster. The pins follow.
bool replace_content(db::Tx&, const Note& before, const Note& after, std::int64_t expected);
// Moves the state, the dates and the visibility while the state is `from`. False when it is not any more.
bool move_note(db::Tx&, const Note& after, NoteState from);
bool set_rule_disclosure(db::Tx&, UserId author, NoteId, bool disclosed);

struct NoteMoveRow {
    UserId author;
    NoteId note;
    std::int64_t id = 0;
    NoteState from{}, to{};
    UserId by;
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(NoteMoveRow, (), (author, note, id, from, to, by, reason, at))
void append_move(db::Tx&, const NoteMoveRow&);

struct NoteEdit {
    std::int64_t version = 0;
    RawJson said;
    Instant replaced_at;
};
BOOST_DESCRIBE_STRUCT(NoteEdit, (), (version, said, replaced_at))
void append_edit(db::Tx&, UserId author, NoteId, const NoteEdit&);
// Newest first, those before a version.
std::vector<NoteEdit> list_edits(db::ReadTx&, UserId author, NoteId, std::int64_t before, std::int64_t limit);

struct Pin {
    NoteId note;
    UserId author;
};
BOOST_DESCRIBE_STRUCT(Pin, (), (note, author))
// In the order of the notes' ids.
std::vector<Pin> list_pins(db::ReadTx&, ProductId, NoteId after, std::int64_t limit);

// The counters. The row that is counted has been written in the same transaction; it is the guard.
void count_likes(db::Tx&, UserId author, NoteId, std::int64_t by);
void count_collects(db::Tx&, UserId author, NoteId, std::int64_t by);
void count_comments(db::Tx&, UserId author, NoteId, std::int64_t by);
void count_shares(db::Tx&, UserId author, NoteId, std::int64_t by);
void count_views(db::Tx&, UserId author, NoteId, std::int64_t views, std::int64_t reads);
// Several counters of many notes, each note once. Ids as @rows wants them.
struct CountRow {
    std::int64_t author_id = 0, note_id = 0;
    std::int64_t likes = 0, collects = 0, comments = 0, views = 0, reads = 0;
};
BOOST_DESCRIBE_STRUCT(CountRow, (), (author_id, note_id, likes, collects, comments, views, reads))
void count_many(db::Tx&, const std::vector<CountRow>&);
// Likes and collects of all notes of an author.
std::int64_t received(db::ReadTx&, UserId author);

// What an author's public notes came to together.
struct Engagement {
    std::int64_t notes = 0, likes = 0, collects = 0, comments = 0, shares = 0, views = 0;
};
BOOST_DESCRIBE_STRUCT(Engagement, (), (notes, likes, collects, comments, shares, views))
// Of those published at `since` or later. Reads every note of the author.
Engagement engagement(db::ReadTx&, UserId author, Instant since);

}  // namespace meadow::community::store
