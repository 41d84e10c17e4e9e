#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct ShowLatest {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ShowLatest, (), (cursor, limit, explain))

// All public notes, newest first.
Result<FeedPage> show_latest(ReadCtx&, const ShowLatest&);

}  // namespace meadow::discovery
