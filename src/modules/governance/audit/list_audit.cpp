#include "modules/governance/audit/list_audit.hpp"

#include <algorithm>

#include "modules/governance/audit/store.hpp"
#include "modules/governance/governance.hpp"
#include "modules/governance/subjects.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::governance {
namespace {

AuditLine line_of(const AuditEntry& e)
{
    const auto json = [](const std::string& text) { return text.empty() ? std::optional<RawJson>{} : RawJson{text}; };
    return {text(SubjectRef{e.kind, e.subject}), {}, e.action, e.by ? std::optional(e.by) : std::nullopt, {}, e.reason, json(e.before),
            json(e.after), e.address, e.at};
}

// Ids alone tell nobody anything.
void name_all(ReadCtx& ctx, std::vector<AuditLine>& lines)
{
    std::vector<SubjectRef> subjects;
    std::vector<UserId> staff;
    for (const AuditLine& line : lines) {
        if (const auto subject = parse_subject(line.subject)) subjects.push_back(*subject);
        if (line.by) staff.push_back(*line.by);
    }
    const auto exhibits = ctx.outside<Exhibits>().of(ctx.tx, subjects);
    const auto people = identity::person_cards(ctx.tx, staff);
    for (AuditLine& line : lines) {
        const auto exhibit = std::find_if(exhibits.begin(), exhibits.end(), [&](const Exhibit& e) { return e.subject == line.subject; });
        if (exhibit != exhibits.end()) line.about = exhibit->title.empty() ? exhibit->text : exhibit->title;
        const auto person = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == line.by; });
        if (person != people.end()) line.by_name = person->name;
    }
}

}  // namespace

Result<Page<AuditLine>> list_audit(ReadCtx& ctx, const ListAudit& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto subject = parse_subject(in.subject.value_or(""));
    if (in.subject && !subject) return refuse(bad_input, "", {{"?subject", "is not the id of a note, comment, product, shop, person or review"}});

    const auto entries = page_of(subject ? store::list_entries_about(ctx.tx, *subject, cursor->first, in.limit + 1)
                                         : store::list_entries(ctx.tx, cursor->first, in.limit + 1),
                                 in.limit, [](const AuditEntry& e) { return Cursor{e.id, 0}; });
    Page<AuditLine> page;
    page.next = entries.next;
    for (const AuditEntry& entry : entries.items) page.items.push_back(line_of(entry));
    name_all(ctx, page.items);
    return page;
}

}  // namespace meadow::governance
