#pragma once
#include "jobs/context.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct EditNote : NoteContent {
    NoteId note;
    std::int64_t expected_version = 0;      // as it was shown: an edit never overwrites one it has not seen
    std::optional<Visibility> visibility;   // unchanged when absent
};
BOOST_DESCRIBE_STRUCT(EditNote, (NoteContent), (note, expected_version, visibility))

// Replaces what a scheduled or published note says. What others may have read before is kept in its history.
Result<NotePage> edit_note(WriteCtx&, const EditNote&);

struct SetVisibility {
    NoteId note;
    Visibility visibility{};
};
BOOST_DESCRIBE_STRUCT(SetVisibility, (), (note, visibility))

// Shows the note to more or fewer people, at once.
Done set_visibility(WriteCtx&, const SetVisibility&);

}  // namespace meadow::community
