#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/trading/give_backs/model.hpp"

namespace meadow::trading {

struct ListGiveBacks {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListGiveBacks, (), (cursor, limit))

// For operators: money that should be back and is not, oldest first, each with what went wrong last.
Result<Page<GiveBackRow>> list_give_backs(ReadCtx&, const ListGiveBacks&);

}  // namespace meadow::trading
