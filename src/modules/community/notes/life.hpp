// How a note moves from state to state: the one place where the directory, the moves and the news follow.
#pragma once
#include "jobs/context.hpp"
#include "modules/community/notes/model.hpp"

namespace meadow::community {

inline const Setting<Duration> schedule_within{"community.schedule_within", std::chrono::hours{24 * 30}, "How far ahead a note may be scheduled"};

// A note that did not exist before, in the state it has.
void begin_note(WriteCtx&, const Note&);

// Moves a stored note as it was read. Refuses note_elsewhere when there is no such move, note_changed when somebody else was faster.
// `due` only for scheduling. Returns the note as it stands afterwards.
Result<Note> change_state(WriteCtx&, const Note&, NoteState to, std::string_view reason, Instant due = {});

// Sets what publishing means now: at once, or scheduled for later. Refuses times that are past or out of reach.
struct Publication {
    NoteState state = NoteState::published;
    Instant due;
};
Result<Publication> publication(const ReadCtx&, std::optional<Instant> publish_at);

// Tells who is concerned after a note came to be seen, changed or vanished.
void tell_audience(WriteCtx&, Audience before, const Note& after);

}  // namespace meadow::community
