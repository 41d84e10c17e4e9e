#include "modules/community/comments/change_comment.hpp"

#include "modules/community/comments/store.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {
namespace {

int shown(CommentState state) { return state == CommentState::shown ? 1 : 0; }

}  // namespace

Done change_state(WriteCtx& ctx, const Comment& comment, CommentState to, std::string_view reason)
{
    if (!may_move(comment.state, to)) return refuse(note_elsewhere, "It is " + name_of(comment.state));
    const CommentPlace& place = comment.place;
    const auto replies = store::move_comment(ctx.tx, place, comment.state, to);
    if (!replies) return refuse(note_changed);
    store::append_move(ctx.tx, {place, ctx.ids.next(), comment.state, to, ctx.who.user, std::string(reason), ctx.now});

    const std::int64_t by = shown(to) - shown(comment.state);
    if (by == 0) return done();
    if (!place.root) {
        store::count_comments(ctx.tx, place.author, place.note, by * (1 + *replies));
        return done();
    }
    // A reply counts on the note only while the comment above it is shown; on that comment it always does.
    const CommentPlace root = store::root_place(place);
    if (store::count_replies_if_shown(ctx.tx, root, by)) store::count_comments(ctx.tx, place.author, place.note, by);
    else store::count_replies(ctx.tx, root, by);
    return done();
}

}  // namespace meadow::community
