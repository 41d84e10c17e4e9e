#pragma once
#include "modules/discovery/feeds/feed.hpp"
#include "modules/discovery/search/highlights.hpp"

namespace meadow::discovery {

enum class NoteSort : std::uint8_t { best, newest };
BOOST_DESCRIBE_ENUM(NoteSort, best, newest)

struct SearchNotes {
    Text<1, 100> q;
    NoteSort sort = NoteSort::best;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(SearchNotes, (), (q, sort, cursor, limit))

struct NoteMatch {
    std::vector<Highlight> title;     // in the card's title
    Excerpt text;
};
BOOST_DESCRIBE_STRUCT(NoteMatch, (), (title, text))

struct FoundNotes {
    Rendered<std::vector<FeedCard>> items;
    std::vector<NoteMatch> matches;   // one an item
    std::optional<std::string> next;
    bool complete = true;             // false: the index is still being filled, something may be missing
    bool instead = false;             // nothing answers the query; these are the newest notes
    std::optional<std::string> corrected;       // nothing answers what was typed; this was looked for as well
    std::optional<std::int64_t> relaxed_from;   // from this item on the notes lack some of the words
    std::optional<Mine> mine;
};
BOOST_DESCRIBE_STRUCT(FoundNotes, (), (items, matches, next, complete, instead, corrected, relaxed_from, mine))

// Public notes that answer a query. Best first: how well the words fit (BM25F), times how notes fare with strangers (the ladder's
// appeal), freshness by the kind of question, and, for those who want a personal page, their own topics; all of it bounded.
// Without what the reader hid and whom they block.
Result<FoundNotes> search_notes(ReadCtx&, const SearchNotes&);

}  // namespace meadow::discovery
