#pragma once
#include "jobs/context.hpp"

namespace meadow::community {

struct DeleteComment {
    CommentId comment;
};
BOOST_DESCRIBE_STRUCT(DeleteComment, (), (comment))

// Takes back what I said, or what somebody said under my note; its replies go with it.
Done delete_comment(WriteCtx&, const DeleteComment&);

}  // namespace meadow::community
