#pragma once
#include "jobs/context.hpp"

namespace meadow::community {

struct LikeNote {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(LikeNote, (), (note))

// Likes a note one may see. Doing it again changes nothing and is no error.
Done like_note(WriteCtx&, const LikeNote&);
// Takes it back, also from a note one may not see any more.
Done unlike_note(WriteCtx&, const LikeNote&);

}  // namespace meadow::community
