#pragma once
#include "jobs/context.hpp"
#include "modules/community/notes/model.hpp"

namespace meadow::community {

struct DeleteNote {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(DeleteNote, (), (note))

// Takes a note or draft away from everybody, its author included.
Done delete_note(WriteCtx&, const DeleteNote&);

}  // namespace meadow::community
