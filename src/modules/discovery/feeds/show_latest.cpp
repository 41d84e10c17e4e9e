#include "modules/discovery/feeds/show_latest.hpp"

#include "modules/discovery/feeds/chronological.hpp"

namespace meadow::discovery {

Result<FeedPage> show_latest(ReadCtx& ctx, const ShowLatest& in) { return chronological(ctx, latest_list(), {in.cursor, in.limit, in.explain}); }

}  // namespace meadow::discovery
