#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/governance/reports/model.hpp"

namespace meadow::governance {

struct ListCases {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListCases, (), (cursor, limit))

struct CaseView {
    std::string subject;               // id text
    std::int64_t reporters = 0;
    std::vector<Report> reports;       // the newest ten
    Instant reported_at;
};
BOOST_DESCRIBE_STRUCT(CaseView, (), (subject, reporters, reports, reported_at))

// What waits for a decision: reported by the most people first.
Result<Page<CaseView>> list_cases(ReadCtx&, const ListCases&);

}  // namespace meadow::governance
