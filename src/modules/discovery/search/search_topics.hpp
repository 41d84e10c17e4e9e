#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/search/highlights.hpp"

namespace meadow::discovery {

struct SearchTopics {
    Text<1, 100> q;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(SearchTopics, (), (q, cursor, limit))

struct FoundTopic {
    std::string name;
    std::vector<Highlight> highlights;      // in the name
    std::int64_t notes = 0;                 // public ones
};
BOOST_DESCRIBE_STRUCT(FoundTopic, (), (name, highlights, notes))

struct FoundTopics {
    std::vector<FoundTopic> items;
    std::optional<std::string> next;
    bool complete = true;                   // false: the index is still being filled, some may be missing
};
BOOST_DESCRIBE_STRUCT(FoundTopics, (), (items, next, complete))

// Topics that public notes stand in, by name, its pinyin or initials; among those that fit as well, the fuller first.
// Without those the reader hid.
Result<FoundTopics> search_topics(ReadCtx&, const SearchTopics&);

}  // namespace meadow::discovery
