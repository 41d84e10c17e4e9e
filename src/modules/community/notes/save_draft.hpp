#pragma once
#include "jobs/context.hpp"
#include "modules/community/notes/model.hpp"

namespace meadow::community {

inline const Setting<std::int64_t> most_drafts{"community.most_drafts", 100, "How many drafts one person may keep"};

struct SavedDraft {
    NoteId id;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SavedDraft, (), (id, version))

struct StartDraft : NoteContent {
    std::optional<Visibility> visibility;
};
BOOST_DESCRIBE_STRUCT(StartDraft, (NoteContent), (visibility))

// Keeps an unfinished note on the server, for every device of its author.
Result<SavedDraft> start_draft(WriteCtx&, const StartDraft&);

struct SaveDraft : NoteContent {
    NoteId note;
    std::int64_t expected_version = 0;
    std::optional<Visibility> visibility;
};
BOOST_DESCRIBE_STRUCT(SaveDraft, (NoteContent), (note, expected_version, visibility))

// Saves over the version this device has seen; refuses note_changed when another device saved meanwhile.
Result<SavedDraft> save_draft(WriteCtx&, const SaveDraft&);

struct UnscheduleNote {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(UnscheduleNote, (), (note))

// A scheduled note becomes a draft again.
Result<SavedDraft> unschedule_note(WriteCtx&, const UnscheduleNote&);

}  // namespace meadow::community
