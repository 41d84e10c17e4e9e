// Who is told what on hearing news.
#include "jobs/news.hpp"
#include "modules/community/comments/store.hpp"
#include "modules/community/events.hpp"
#include "modules/community/notes/seeing.hpp"
#include "modules/community/notifications/notify.hpp"

namespace meadow::community {
namespace {

using Group = NotificationGroup;

std::string_view word_for(Reaction reaction)
{
    switch (reaction) {
        case Reaction::like: return "liked";
        case Reaction::collect: return "collected";
        case Reaction::share: return "shared";
    }
    return "";
}

template <class SomeId>
std::string key_of(std::string_view what, SomeId id) { return std::string(what) + ":" + text(id); }

Done on_reaction(WriteCtx& ctx, const NoteReacted& news)
{
    const std::string_view what = word_for(news.reaction);
    if (news.undone) take_out(ctx, news.author, key_of(what, news.note), news.by);
    else gather(ctx, news.author, Group::reactions, key_of(what, news.note), what, text(news.note), news.by);
    return done();
}

Done on_comment_liked(WriteCtx& ctx, const CommentLiked& news)
{
    if (news.undone) take_out(ctx, news.writer, key_of("liked", news.comment), news.by);
    else gather(ctx, news.writer, Group::reactions, key_of("liked", news.comment), "liked_comment", text(news.comment), news.by);
    return done();
}

// One notification each for a comment: "replied" says more than "commented", and both more than "mentioned".
Done on_comment(WriteCtx& ctx, const NoteCommented& news)
{
    const std::string about = text(news.comment), key = key_of("comment", news.comment);
    if (news.answers) notify(ctx, *news.answers, Group::comments, key, "replied", about, news.by);
    notify(ctx, news.author, Group::comments, key, "commented", about, news.by);
    return done();
}

Done on_mention(WriteCtx& ctx, const Mentioned& news)
{
    if (!visible_home(ctx.tx, Who{news.user, {}, 0}, news.note).ok()) return done();
    if (news.comment) notify(ctx, news.user, Group::comments, key_of("comment", *news.comment), "mentioned", text(*news.comment), news.by);
    else notify(ctx, news.user, Group::comments, key_of("mentioned", news.note), "mentioned", text(news.note), news.by);
    return done();
}

Done on_follow(WriteCtx& ctx, const Followed& news)
{
    gather(ctx, news.followee, Group::follows, key_of("followed", news.follower), "followed", text(news.follower), news.follower);
    return done();
}

Done on_unfollow(WriteCtx& ctx, const Unfollowed& news)
{
    take_out(ctx, news.followee, key_of("followed", news.follower), news.follower);
    return done();
}

}  // namespace

void hear_of_what_concerns_people(jobs::Listeners& listeners)
{
    listeners.on("community.notifications", on_reaction);
    listeners.on("community.notifications", on_comment_liked);
    listeners.on("community.notifications", on_comment);
    listeners.on("community.notifications", on_mention);
    listeners.on("community.notifications", on_follow);
    listeners.on("community.notifications", on_unfollow);
}

}  // namespace meadow::community
