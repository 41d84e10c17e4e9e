#pragma once
#include "jobs/context.hpp"

namespace meadow::community {

struct LikeComment {
    CommentId comment;
};
BOOST_DESCRIBE_STRUCT(LikeComment, (), (comment))

// Likes a comment one may see. Doing it again changes nothing and is no error.
Done like_comment(WriteCtx&, const LikeComment&);
Done unlike_comment(WriteCtx&, const LikeComment&);

}  // namespace meadow::community
