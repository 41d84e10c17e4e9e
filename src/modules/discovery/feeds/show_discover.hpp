#pragma once
#include "modules/discovery/engine/people.hpp"
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery {

struct ShowDiscover {
    std::optional<std::string> cursor;
    Whole<1, 40> limit = page_size_default;
    std::optional<double> latitude;    // where the reader is, degrees, WGS 84: used for this page and kept nowhere
    std::optional<double> longitude;
    std::optional<bool> explain;
};
BOOST_DESCRIBE_STRUCT(ShowDiscover, (), (cursor, limit, latitude, longitude, explain))

// Why a note is on the page: what really put it there.
struct Reason {
    NoteId note;
    engine::Source source{};     // trial: it is being tried out · random · topic: answered well, in its topic · taste: goes with what you opened · follow, social, product, nearby, pick, search · latest
    std::string words;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (note, source, words))

struct DiscoverPage {
    Rendered<std::vector<FeedCard>> items;
    std::vector<Reason> reasons;            // of each item
    std::int64_t policy = 0;                // the version it was made under
    bool personal = false;                  // false: the page of somebody nobody knows
    std::optional<std::string> next;
    std::optional<Mine> mine;               // absent for guests
    std::optional<std::vector<StepTrace>> steps;   // when an operator asks with explain=true
};
BOOST_DESCRIBE_STRUCT(DiscoverPage, (), (items, reasons, policy, personal, next, mine, steps))

// The next notes for this reader, none of them shown here in the last 30 days. Guests, and readers who want no personal page, all
// get the same one.
Result<DiscoverPage> show_discover(ReadCtx&, const ShowDiscover&);
// What a guest is going to be shown first, for who prepares it: nothing of it counts as shown.
Result<DiscoverPage> preview_discover(ReadCtx&);

}  // namespace meadow::discovery
