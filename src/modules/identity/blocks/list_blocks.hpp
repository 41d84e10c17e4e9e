#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::identity {

struct ListBlocks {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListBlocks, (), (cursor, limit))

// Whom I block. A page may be shorter than asked for where people have left; `next` still leads on.
Result<Page<PersonCard>> list_blocks(ReadCtx&, const ListBlocks&);

}  // namespace meadow::identity
