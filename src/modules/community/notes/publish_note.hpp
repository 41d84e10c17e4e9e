#pragma once
#include "jobs/context.hpp"
#include "modules/community/notes/model.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct PublishNote : NoteContent {
    std::optional<Visibility> visibility;   // public when absent
    std::optional<Instant> publish_at;      // at once when absent
};
BOOST_DESCRIBE_STRUCT(PublishNote, (NoteContent), (visibility, publish_at))

// Writes a note that others see at once, or from `publish_at` on.
Result<NotePage> publish_note(WriteCtx&, const PublishNote&);

struct PublishDraft {
    NoteId note;
    std::int64_t expected_version = 0;
    std::optional<Instant> publish_at;
};
BOOST_DESCRIBE_STRUCT(PublishDraft, (), (note, expected_version, publish_at))

// The same for a draft as it was last saved, with the visibility it was saved with.
Result<NotePage> publish_draft(WriteCtx&, const PublishDraft&);

}  // namespace meadow::community
