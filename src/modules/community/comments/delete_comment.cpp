#include "modules/community/comments/delete_comment.hpp"

#include "modules/community/comments/change_comment.hpp"
#include "modules/community/comments/store.hpp"

namespace meadow::community {

Done delete_comment(WriteCtx& ctx, const DeleteComment& in)
{
    const auto place = store::find_comment_place(ctx.tx, in.comment);
    const auto comment = place ? store::find_comment(ctx.tx, *place) : std::nullopt;
    if (!comment || comment->state == CommentState::deleted) return refuse(not_found);
    const bool mine = comment->by == ctx.who.user || place->author == ctx.who.user;
    if (!mine) return refuse(comment->state == CommentState::shown ? not_allowed : not_found);
    return change_state(ctx, *comment, CommentState::deleted, "");
}

}  // namespace meadow::community
