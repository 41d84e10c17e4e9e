#pragma once
#include "jobs/context.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct ShowNote {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(ShowNote, (), (note))

// The note's page, for those who may see it.
Result<NotePage> show_note(ReadCtx&, const ShowNote&);
// The same as JSON, most of which is kept between readers.
Result<Rendered<NotePage>> show_note_page(ReadCtx&, const ShowNote&);

}  // namespace meadow::community
