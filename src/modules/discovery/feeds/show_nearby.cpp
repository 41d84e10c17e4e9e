#include "modules/discovery/feeds/show_nearby.hpp"

#include "modules/discovery/feeds/steps.hpp"

namespace meadow::discovery {
namespace {

constexpr Step by_distance[] = {{"recall", steps::recall_nearby}, {"fine", steps::nearest_first}, {"filter", steps::filter_blocked}};

}  // namespace

Result<FeedPage> show_nearby(ReadCtx& ctx, const ShowNearby& in)
{
    std::vector<FieldFault> faults;
    if (!in.latitude) faults.push_back({"?latitude", "is missing"});
    if (!in.longitude) faults.push_back({"?longitude", "is missing"});
    if (!faults.empty()) return refuse(bad_input, "", std::move(faults));
    const Point here{*in.latitude, *in.longitude};
    if (!on_earth(here)) return refuse(bad_input, "", {{"?latitude", "must be a place on earth"}});

    const bool explain = TRY(may_explain(ctx, in.explain));
    FeedWork work{ctx};
    work.from = here;
    work.surface = Surface::nearby;
    work.limit = in.limit;
    work.after = TRY(feed_cursor(in.cursor));
    return run_feed(work, by_distance, explain);
}

}  // namespace meadow::discovery
