#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/creators/shown/store.hpp"

namespace meadow::creators {

struct ListReach {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListReach, (), (cursor, limit))

// How often Discover showed each of my notes; notes it never showed are left out. Newest note first.
Result<Page<store::Reach>> list_reach(ReadCtx&, const ListReach&);

}  // namespace meadow::creators
