// Pages of one list, newest first: what latest, topics, shops, products and people's pages have in common.
#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct Paging {
    const std::optional<std::string>& cursor;
    std::int64_t limit;
    std::optional<bool> explain;
    bool sought = false;
};

Result<FeedPage> chronological(ReadCtx&, ListId, const Paging&);

}  // namespace meadow::discovery
