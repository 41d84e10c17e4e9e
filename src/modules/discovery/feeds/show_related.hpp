#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct ShowRelated {
    NoteId note;
    PageSize limit = page_size_default;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ShowRelated, (), (note, limit, explain))

// Notes to read after this one: opened by the same people, near it by their factor vectors, of the same topics and products, in the same
// words; other people's first, near-duplicates left out. Nothing is asked about who is reading but what they hid and whom they block,
// so it is the same list for readers who want no personal page. One page.
Result<FeedPage> show_related(ReadCtx&, const ShowRelated&);

}  // namespace meadow::discovery
