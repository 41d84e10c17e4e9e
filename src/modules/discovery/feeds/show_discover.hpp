#pragma once
#include "modules/discovery/engine/people.hpp"
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct ShowDiscover {
    std::optional<std::string> cursor;
    Whole<1, 40> limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ShowDiscover, (), (cursor, limit))

// Why a note is on the page: what really put it there.
struct Reason {
    NoteId note;
    engine::Source source{};     // trial: it is being tried out · random · topic: answered well, in its topic · taste: goes with what you opened · latest
    std::string words;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (note, source, words))

struct DiscoverPage {
    std::vector<Rendered<FeedCard>> items;
    std::vector<Reason> reasons;            // of each item
    std::int64_t policy = 0;                // the version it was made under
    bool personal = false;                  // false: the page of somebody nobody knows
    std::optional<std::string> next;
    std::optional<Mine> mine;               // absent for guests
};
BOOST_DESCRIBE_STRUCT(DiscoverPage, (), (items, reasons, policy, personal, next, mine))

// The next notes for this reader, none of them shown here in the last 30 days. Guests, and readers who want no personal page, all
// get the same one.
Result<DiscoverPage> show_discover(ReadCtx&, const ShowDiscover&);

}  // namespace meadow::discovery
