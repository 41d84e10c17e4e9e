#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct ShowNearby {
    std::optional<double> latitude;    // degrees, WGS 84; both are needed
    std::optional<double> longitude;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ShowNearby, (), (latitude, longitude, cursor, limit, explain))

// Public notes with a place within 50 km, the nearest first, with their distances. Of a crowded cell of the map only the newest
// two hundred are considered.
Result<FeedPage> show_nearby(ReadCtx&, const ShowNearby&);

}  // namespace meadow::discovery
