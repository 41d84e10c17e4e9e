#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct ListOwnNotes {
    std::optional<NoteState> state;   // all when absent
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListOwnNotes, (), (state, cursor, limit))

// My own notes and drafts, newest first, whoever may see them.
Result<Page<NoteCard>> list_own_notes(ReadCtx&, const ListOwnNotes&);

struct ListNoteHistory {
    NoteId note;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListNoteHistory, (), (note, cursor, limit))

// What my note said before its edits, newest first.
Result<Page<store::NoteEdit>> list_note_history(ReadCtx&, const ListNoteHistory&);

}  // namespace meadow::community
