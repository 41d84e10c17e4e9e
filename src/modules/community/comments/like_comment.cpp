#include "modules/community/comments/like_comment.hpp"

#include "modules/community/comments/store.hpp"
#include "modules/community/events.hpp"
#include "modules/community/notes/seeing.hpp"

namespace meadow::community {

Done like_comment(WriteCtx& ctx, const LikeComment& in)
{
    const auto place = store::find_comment_place(ctx.tx, in.comment);
    if (!place) return refuse(not_found);
    TRY(visible_home(ctx.tx, ctx.who, place->note));
    const auto comment = store::find_comment(ctx.tx, *place);
    if (!comment || comment->state != CommentState::shown) return refuse(not_found);
    if (!store::insert_comment_like(ctx.tx, ctx.who.user, in.comment, ctx.now)) return done();
    store::count_comment_likes(ctx.tx, *place, +1);
    ctx.tell(CommentLiked{place->note, in.comment, comment->by, ctx.who.user, false, ctx.now});
    return done();
}

Done unlike_comment(WriteCtx& ctx, const LikeComment& in)
{
    const auto place = store::find_comment_place(ctx.tx, in.comment);
    if (!place || !store::delete_comment_like(ctx.tx, ctx.who.user, in.comment)) return done();
    store::count_comment_likes(ctx.tx, *place, -1);
    if (const auto comment = store::find_comment(ctx.tx, *place))
        ctx.tell(CommentLiked{place->note, in.comment, comment->by, ctx.who.user, true, ctx.now});
    return done();
}

}  // namespace meadow::community
