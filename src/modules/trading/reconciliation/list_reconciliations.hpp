#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/trading/reconciliation/model.hpp"

namespace meadow::trading {

struct ListReconciliations {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListReconciliations, (), (cursor, limit))

struct ListDifferences {
    Text<10, 10> day;          // "2030-11-11"
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListDifferences, (), (day, cursor, limit))

// For operators: the days that were compared, newest first.
Result<Page<Reconciliation>> list_reconciliations(ReadCtx&, const ListReconciliations&);
// What was found on one of them.
Result<Page<Difference>> list_differences(ReadCtx&, const ListDifferences&);

}  // namespace meadow::trading
