#pragma once
#include "modules/discovery/feeds/feed.hpp"
#include "modules/discovery/search/highlights.hpp"

namespace meadow::discovery {

struct SearchNotes {
    Text<1, 100> q;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(SearchNotes, (), (q, cursor, limit))

struct NoteMatch {
    std::vector<Highlight> title;     // in the card's title
    Excerpt text;
};
BOOST_DESCRIBE_STRUCT(NoteMatch, (), (title, text))

struct FoundNotes {
    std::vector<Rendered<FeedCard>> items;
    std::vector<NoteMatch> matches;   // one an item
    std::optional<std::string> next;
    bool complete = true;             // false: the index is still being filled, something may be missing
    bool instead = false;             // nothing answers the query; these are the newest notes
    std::optional<Mine> mine;
};
BOOST_DESCRIBE_STRUCT(FoundNotes, (), (items, matches, next, complete, instead, mine))

// Public notes that answer a query, best first.
Result<FoundNotes> search_notes(ReadCtx&, const SearchNotes&);

}  // namespace meadow::discovery
