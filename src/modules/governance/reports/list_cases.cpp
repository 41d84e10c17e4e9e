#include "modules/governance/reports/list_cases.hpp"

#include "modules/governance/reports/store.hpp"
#include "modules/governance/subjects.hpp"

namespace meadow::governance {
namespace {

constexpr std::int64_t shown_reports = 10;

}  // namespace

Result<Page<CaseView>> list_cases(ReadCtx& ctx, const ListCases& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto cases = page_of(store::open_cases(ctx.tx, cursor->first, cursor->second, in.limit + 1), in.limit,
                               [](const Case& c) { return Cursor{c.reporters, c.reported_at.us}; });
    Page<CaseView> page;
    page.next = cases.next;
    for (const Case& c : cases.items) {
        const SubjectRef subject{c.kind, c.subject};
        page.items.push_back({text(subject), c.reporters, store::open_reports(ctx.tx, subject, shown_reports), c.reported_at});
    }
    return page;
}

}  // namespace meadow::governance
