#include "modules/discovery/feeds/chronological.hpp"

#include "modules/discovery/feeds/steps.hpp"

namespace meadow::discovery {
namespace {

constexpr Step by_time[] = {{"recall", steps::recall_list}, {"filter", steps::filter_blocked}};

}  // namespace

Result<FeedPage> chronological(ReadCtx& ctx, ListId list, const Paging& paging)
{
    const bool explain = TRY(may_explain(ctx, paging.explain));
    FeedWork work{ctx};
    work.lists = {list};
    work.sought = paging.sought;
    work.limit = paging.limit;
    work.after = TRY(feed_cursor(paging.cursor));
    return run_feed(work, by_time, explain);
}

}  // namespace meadow::discovery
