#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct ShowRelated {
    NoteId note;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ShowRelated, (), (note, limit, explain))

// Notes to read after this one: those that share most topics and products with it, other people's first. One page.
Result<FeedPage> show_related(ReadCtx&, const ShowRelated&);

}  // namespace meadow::discovery
