#include "modules/discovery/feeds/show_following.hpp"

#include "modules/community/community.hpp"
#include "modules/discovery/feeds/steps.hpp"

namespace meadow::discovery {
namespace {

constexpr Step by_time[] = {{"recall", steps::recall_merged}, {"filter", steps::filter_blocked}};

}  // namespace

Result<FeedPage> show_following(ReadCtx& ctx, const ShowFollowing& in)
{
    const bool explain = TRY(may_explain(ctx, in.explain));
    FeedWork work{ctx};
    for (const UserId author : community::followed_by(ctx.tx, ctx.who.user, INT64_MAX)) work.lists.push_back(author_list(author));
    work.limit = in.limit;
    work.sought = true;
    work.after = TRY(feed_cursor(in.cursor));
    return run_feed(work, by_time, explain);
}

}  // namespace meadow::discovery
