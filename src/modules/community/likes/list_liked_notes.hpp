#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct ListLikedNotes {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListLikedNotes, (), (cursor, limit))

// The notes I like and may still see, the newest note first. A page may be shorter than asked for; `next` still leads on.
Result<Page<NoteCard>> list_liked_notes(ReadCtx&, const ListLikedNotes&);

}  // namespace meadow::community
