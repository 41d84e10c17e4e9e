#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/search/highlights.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery {

struct SearchUsers {
    Text<1, 100> q;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(SearchUsers, (), (q, cursor, limit))

struct FoundUser {
    identity::PersonCard person;
    std::vector<Highlight> highlights;      // in the name
};
BOOST_DESCRIBE_STRUCT(FoundUser, (), (person, highlights))

struct FoundUsers {
    std::vector<FoundUser> items;
    std::optional<std::string> next;
    bool complete = true;                   // false: the index is still being filled, somebody may be missing
};
BOOST_DESCRIBE_STRUCT(FoundUsers, (), (items, next, complete))

// People by name, handle or the brand they speak for, best first.
Result<FoundUsers> search_users(ReadCtx&, const SearchUsers&);

}  // namespace meadow::discovery
