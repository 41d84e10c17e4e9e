#pragma once
#include "base/page.hpp"
#include "modules/trading/payments/store.hpp"

namespace meadow::trading {

struct ListAlarms {
    bool open = false;         // only those nobody has resolved
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListAlarms, (), (open, cursor, limit))

// For operators: payments whose money does not fit what was asked for, newest first. A person decides what to do.
Result<Page<store::Alarm>> list_alarms(ReadCtx&, const ListAlarms&);

}  // namespace meadow::trading
