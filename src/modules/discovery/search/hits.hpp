// One page of hits, whatever was searched for.
#pragma once
#include <functional>

#include "base/instant.hpp"
#include "base/page.hpp"
#include "base/result.hpp"
#include "modules/discovery/search/book.hpp"
#include "modules/discovery/search/readings.hpp"
#include "modules/discovery/search/wordbook.hpp"

namespace meadow::discovery {

constexpr std::int64_t deepest_hit = 1000;  // further down nobody reads and everybody waits

struct HitsAsked {
    std::string_view text;
    const std::optional<std::string>& cursor;
    std::int64_t limit = page_size_default;
    Instant now;
    bool names = false;                                       // letters may be the pinyin of a name
    bool by_time = true;                                      // ids grow with time: later ones wait for the next reading
    bool newest = false;                                      // those that answer every word, newest first
    lang::Accept accept = {};
    lang::Fade fade = {};
    std::function<void(std::vector<lang::Hit>&)> weigh = {};  // multiplies the scores of what may come on the page
};

struct Hits {
    lang::Query query;
    std::vector<std::int64_t> ids;           // best first
    std::optional<std::string> next;
    std::optional<std::string> corrected;    // what was looked for as well, because nothing answers what was typed
    std::optional<std::int64_t> relaxed_from;// from this place on the answers lack some of the words
};

// The page that begins at the cursor: first what answers every word, then what answers some of them. Things that came after the first
// page was read are left out of the later ones, so that nothing is shown twice.
Result<Hits> find_hits(const Book&, const Wordbook&, Readings&, const HitsAsked&);

// What the query finds whatever its place: the most words that anything answers. For filters, facets and orders.
struct Matches {
    lang::Query query;
    std::vector<std::int64_t> ids;           // at most lang::Snapshot::most_hits
    std::optional<std::string> corrected;
    bool relaxed = false;
};
Matches find_matches(const Book&, const Wordbook&, std::string_view text);

}  // namespace meadow::discovery
