#include "modules/community/people/erase_person.hpp"

#include "modules/community/collects/collect_note.hpp"
#include "modules/community/comments/change_comment.hpp"
#include "modules/community/comments/like_comment.hpp"
#include "modules/community/follows/store.hpp"
#include "modules/community/follows/unfollow_person.hpp"
#include "modules/community/likes/like_note.hpp"
#include "modules/community/likes/store.hpp"
#include "modules/community/notes/life.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/community/people/store.hpp"

namespace meadow::community {
namespace {

constexpr std::int64_t piece = 50;

// Each step takes at most a piece and says how much it took. A refusal (somebody else was faster) is met again in the next piece.
using Step = std::size_t (*)(WriteCtx&, UserId);

std::size_t notes(WriteCtx& ctx, UserId me)
{
    const auto ids = store::remaining_notes(ctx.tx, me, piece);
    for (const NoteId id : ids) {
        const auto note = store::find_note(ctx.tx, me, id);
        const bool gone = note && (note->state == NoteState::deleted || change_state(ctx, *note, NoteState::deleted, "the author left").ok());
        if (gone) store::blank_note(ctx.tx, me, id);
    }
    return ids.size();
}

std::size_t comments(WriteCtx& ctx, UserId me)
{
    const auto said = store::remaining_comments_by(ctx.tx, me, piece);
    for (const Comment& comment : said) {
        const bool gone = comment.state == CommentState::deleted || change_state(ctx, comment, CommentState::deleted, "the writer left").ok();
        if (gone) store::blank_comment(ctx.tx, comment.place);
    }
    return said.size();
}

std::size_t likes(WriteCtx& ctx, UserId me)
{
    const auto ids = store::list_liked(ctx.tx, me, NoteId{INT64_MAX}, piece);
    for (const NoteId id : ids) (void)unlike_note(ctx, {id});
    return ids.size();
}

std::size_t comment_likes(WriteCtx& ctx, UserId me)
{
    const auto ids = store::comment_likes_of(ctx.tx, me, piece);
    for (const CommentId id : ids) (void)unlike_comment(ctx, {id});
    return ids.size();
}

std::size_t collects(WriteCtx& ctx, UserId me)
{
    const auto ids = store::collects_of(ctx.tx, me, piece);
    for (const NoteId id : ids) (void)uncollect_note(ctx, {id});
    return ids.size();
}

std::size_t shares(WriteCtx& ctx, UserId me)
{
    const auto shared = store::shares_of(ctx.tx, me, piece);
    for (const auto& share : shared) {
        store::delete_share(ctx.tx, me, share);
        if (const auto home = store::find_home(ctx.tx, share.note)) store::count_shares(ctx.tx, home->author, share.note, -1);
    }
    return shared.size();
}

std::size_t follows(WriteCtx& ctx, UserId me)
{
    const auto rows = store::list_following(ctx.tx, me, {}, piece);
    for (const auto& row : rows) (void)unfollow_person(ctx, {row.user});
    return rows.size();
}

std::size_t followers(WriteCtx& ctx, UserId me)
{
    const auto rows = store::list_followers(ctx.tx, me, {}, piece);
    for (const auto& row : rows) {
        if (store::delete_follow(ctx.tx, row.user, me)) store::count_following(ctx.tx, row.user, -1, INT64_MAX);
        if (store::delete_follower(ctx.tx, me, row.user)) store::count_followers(ctx.tx, me, -1);
    }
    return rows.size();
}

constexpr Step steps[] = {notes, comments, likes, comment_likes, collects, shares, follows, followers};

}  // namespace

bool erase_person(WriteCtx& ctx, UserId user)
{
    const Who who{user, {}, 0};
    WriteCtx as_them({ctx.tx, ctx.now, who, ctx.settings, ctx.adapters, ctx.reply, {}}, ctx.tx, ctx.dice, ctx.ids, ctx.told);
    for (const Step step : steps)
        if (step(as_them, user) > 0) return true;
    store::delete_albums(ctx.tx, user);
    store::delete_notifications_of(ctx.tx, user);
    return false;
}

}  // namespace meadow::community
