#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/governance/governance.hpp"
#include "modules/governance/reports/model.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::governance {

struct ListCases {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListCases, (), (cursor, limit))

struct ReportView {
    UserId reporter;
    std::optional<identity::PersonCard> by;       // absent when they have left
    ReportReason reason{};
    std::string text;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ReportView, (), (reporter, by, reason, text, at))

struct CaseView {
    std::string subject;                          // id text
    std::optional<Exhibit> exhibit;               // absent when it is gone
    std::optional<identity::PersonCard> author;   // of the subject; absent when they have left
    std::int64_t reporters = 0;
    std::vector<ReportView> reports;              // the newest ten
    Instant reported_at;
};
BOOST_DESCRIBE_STRUCT(CaseView, (), (subject, exhibit, author, reporters, reports, reported_at))

// What waits for a decision: reported by the most people first.
Result<Page<CaseView>> list_cases(ReadCtx&, const ListCases&);

}  // namespace meadow::governance
