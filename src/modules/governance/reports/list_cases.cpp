#include "modules/governance/reports/list_cases.hpp"

#include <algorithm>

#include "modules/governance/reports/store.hpp"
#include "modules/governance/subjects.hpp"

namespace meadow::governance {
namespace {

constexpr std::int64_t shown_reports = 10;

// People whom the cases of one page name, asked for once.
class People {
public:
    void want(UserId id) { wanted_.push_back(id); }
    void ask(db::ReadTx& tx) { cards_ = identity::person_cards(tx, wanted_); }
    std::optional<identity::PersonCard> card(UserId id) const
    {
        const auto found = std::find_if(cards_.begin(), cards_.end(), [&](const auto& card) { return card.id == id; });
        return found == cards_.end() ? std::nullopt : std::optional(*found);
    }

private:
    std::vector<UserId> wanted_;
    std::vector<identity::PersonCard> cards_;
};

}  // namespace

Result<Page<CaseView>> list_cases(ReadCtx& ctx, const ListCases& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto cases = page_of(store::open_cases(ctx.tx, cursor->first, cursor->second, in.limit + 1), in.limit,
                               [](const Case& c) { return Cursor{c.reporters, c.reported_at.us}; });
    std::vector<SubjectRef> subjects;
    for (const Case& c : cases.items) subjects.push_back({c.kind, c.subject});
    auto exhibits = ctx.outside<Exhibits>().of(ctx.tx, subjects);
    People people;
    Page<CaseView> page;
    page.next = cases.next;
    for (const Case& c : cases.items) {
        const SubjectRef subject{c.kind, c.subject};
        CaseView& view = page.items.emplace_back(CaseView{text(subject), {}, {}, c.reporters, {}, c.reported_at});
        for (Report& r : store::open_reports(ctx.tx, subject, shown_reports)) {
            people.want(r.reporter);
            view.reports.push_back({r.reporter, {}, r.reason, std::move(r.text), r.at});
        }
        const auto shown = std::find_if(exhibits.begin(), exhibits.end(), [&](const Exhibit& e) { return e.subject == view.subject; });
        if (shown == exhibits.end()) continue;
        people.want(shown->author);
        view.exhibit = std::move(*shown);
    }
    people.ask(ctx.tx);
    for (CaseView& view : page.items) {
        if (view.exhibit) view.author = people.card(view.exhibit->author);
        for (ReportView& report : view.reports) report.by = people.card(report.reporter);
    }
    return page;
}

}  // namespace meadow::governance
