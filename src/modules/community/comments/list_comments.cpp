#include "modules/community/comments/list_comments.hpp"

#include "modules/community/comments/store.hpp"
#include "modules/community/notes/seeing.hpp"

namespace meadow::community {

Result<Page<CommentCard>> list_comments(ReadCtx& ctx, const ListComments& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const store::NoteHome home = TRY(visible_home(ctx.tx, ctx.who, in.note));
    const bool by_likes = in.order == CommentOrder::likes;
    auto rows = by_likes ? store::liked_comments(ctx.tx, home.author, in.note, *cursor, in.limit + 1)
                         : store::newest_comments(ctx.tx, home.author, in.note, *cursor, in.limit + 1);
    const auto page = page_of(std::move(rows), in.limit, [&](const Comment& c) {
        return by_likes ? Cursor{c.likes, c.place.id.value} : Cursor{c.place.id.value, 0};
    });
    return Page<CommentCard>{cards_of(ctx, page.items), page.next};
}

Result<Page<CommentCard>> list_replies(ReadCtx& ctx, const ListReplies& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or("0.0"));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto place = store::find_comment_place(ctx.tx, in.comment);
    if (!place || place->root) return refuse(not_found);
    TRY(visible_home(ctx.tx, ctx.who, place->note));
    const auto root = store::find_comment(ctx.tx, *place);
    if (!root || root->state != CommentState::shown) return refuse(not_found);
    const auto page = page_of(store::oldest_replies(ctx.tx, place->author, place->note, place->id, CommentId{cursor->first}, in.limit + 1), in.limit,
                              [](const Comment& c) { return Cursor{c.place.id.value, 0}; });
    return Page<CommentCard>{cards_of(ctx, page.items), page.next};
}

}  // namespace meadow::community
