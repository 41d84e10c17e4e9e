#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct ShowFollowing {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ShowFollowing, (), (cursor, limit, explain))

// The public notes of everybody the reader follows: strictly newest first, and all of them.
Result<FeedPage> show_following(ReadCtx&, const ShowFollowing&);

}  // namespace meadow::discovery
