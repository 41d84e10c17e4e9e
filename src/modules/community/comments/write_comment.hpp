#pragma once
#include "jobs/context.hpp"
#include "modules/community/comments/comment_card.hpp"

namespace meadow::community {

struct WriteComment {
    NoteId note;
    Text<1, 500> text;
    std::optional<CommentId> answers;   // a comment or a reply of the same note
};
BOOST_DESCRIBE_STRUCT(WriteComment, (), (note, text, answers))

// Says something about a note one may see, or to somebody who did.
Result<CommentCard> write_comment(WriteCtx&, const WriteComment&);

}  // namespace meadow::community
