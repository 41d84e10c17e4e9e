// Who may see a note. Every surface of a note asks here, so that a note hidden from somebody is hidden everywhere.
#pragma once
#include "jobs/context.hpp"
#include "modules/community/notes/store.hpp"

namespace meadow::community {

// Whether somebody (a guest, too) is of the audience. People who block each other see nothing of each other.
bool may_see(db::ReadTx&, const Who&, UserId author, Audience);

// Where the note lives, for somebody who may see it now. Everybody else hears that there is no such note.
Result<store::NoteHome> visible_home(db::ReadTx&, const Who&, NoteId);
// The same, with its counters.
Result<store::CountedHome> visible_counted_home(db::ReadTx&, const Who&, NoteId);

// The same for the author alone: what is not one's own is not found.
Result<Note> own_note(db::ReadTx&, const Who&, NoteId);

// Those of these notes that somebody may see now, in no particular order.
std::vector<store::HomeOf> visible_homes(db::ReadTx&, const Who&, const std::vector<NoteId>&);
// The notes themselves, in the order given.
std::vector<store::CountedNote> visible_notes(db::ReadTx&, const Who&, const std::vector<NoteId>&);

// Friends follow each other.
bool are_friends(db::ReadTx&, UserId, UserId);

}  // namespace meadow::community
