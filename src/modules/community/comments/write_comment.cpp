#include "modules/community/comments/write_comment.hpp"

#include "modules/community/comments/store.hpp"
#include "modules/community/events.hpp"
#include "modules/community/notes/marks.hpp"
#include "modules/community/notes/seeing.hpp"

namespace meadow::community {
namespace {

// Sets where a reply stands and whom it answers. A reply to a reply stands beside it.
Done take_place(WriteCtx& ctx, CommentId answered_id, Comment& comment)
{
    const auto place = store::find_comment_place(ctx.tx, answered_id);
    if (!place || place->note != comment.place.note) return refuse(not_found, "There is no such comment on this note");
    const auto answered = store::find_comment(ctx.tx, *place);
    if (!answered || answered->state != CommentState::shown) return refuse(not_found, "This comment is gone");
    comment.answers = answered->by;
    comment.place.root = place->root ? place->root : place->id;
    // The root is the guard: while it is not shown, nobody replies under it.
    if (!store::count_replies_if_shown(ctx.tx, store::root_place(comment.place), +1)) return refuse(not_found, "This comment is gone");
    return done();
}

}  // namespace

Result<CommentCard> write_comment(WriteCtx& ctx, const WriteComment& in)
{
    const UserId me = ctx.who.user;
    const store::NoteHome home = TRY(visible_home(ctx.tx, ctx.who, in.note));
    Comment comment;
    comment.place = {home.author, in.note, {}, ctx.new_id<CommentId>()};
    comment.by = me;
    comment.text = in.text;
    comment.tags = marks_of(ctx.tx, in.text);
    comment.at = ctx.now;
    if (in.answers) TRY(take_place(ctx, *in.answers, comment));

    store::insert_comment(ctx.tx, comment);
    store::count_comments(ctx.tx, home.author, in.note, +1);
    const auto answers = comment.answers ? std::optional(comment.answers) : std::nullopt;
    ctx.tell(NoteCommented{in.note, home.author, comment.place.id, me, answers, ctx.now});
    for (const UserId user : mentioned_in(comment.tags))
        if (user != me) ctx.tell(Mentioned{user, me, in.note, comment.place.id, ctx.now});
    auto cards = cards_of(ctx, {comment});
    if (cards.empty()) return refuse(not_found);
    return std::move(cards.front());
}

}  // namespace meadow::community
