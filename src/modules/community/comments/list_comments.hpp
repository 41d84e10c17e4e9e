#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/community/comments/comment_card.hpp"

namespace meadow::community {

enum class CommentOrder : std::uint8_t { newest, likes };
BOOST_DESCRIBE_ENUM(CommentOrder, newest, likes)

struct ListComments {
    NoteId note;
    CommentOrder order = CommentOrder::newest;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListComments, (), (note, order, cursor, limit))

// The comments on a note one may see, without replies. By likes, a comment whose count moves while one pages may show twice or be missed.
Result<Page<CommentCard>> list_comments(ReadCtx&, const ListComments&);

struct ListReplies {
    CommentId comment;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListReplies, (), (comment, cursor, limit))

// The replies to a comment, oldest first.
Result<Page<CommentCard>> list_replies(ReadCtx&, const ListReplies&);

}  // namespace meadow::community
