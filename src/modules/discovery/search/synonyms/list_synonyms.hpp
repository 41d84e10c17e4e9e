#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/search/synonyms/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery {

struct ListSynonyms {
    Text<0, 130> after;         // the `next` of the page before
    PageSize limit = page_size_max;
};
BOOST_DESCRIBE_STRUCT(ListSynonyms, (), (after, limit))

struct SynonymLine {
    std::string words;
    std::string other;
    SynonymSource source{};
    SynonymState state{};
    std::optional<identity::PersonCard> by;   // absent: learned, or said by somebody who has left
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(SynonymLine, (), (words, other, source, state, by, changed_at))

struct SynonymPage {
    std::vector<SynonymLine> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(SynonymPage, (), (items, next))

// What operators said and what was learned, in alphabetical order; the built-in list is not among it.
Result<SynonymPage> list_synonyms(ReadCtx&, const ListSynonyms&);

}  // namespace meadow::discovery
