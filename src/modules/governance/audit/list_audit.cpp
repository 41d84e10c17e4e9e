#include "modules/governance/audit/list_audit.hpp"

#include "modules/governance/audit/store.hpp"
#include "modules/governance/subjects.hpp"

namespace meadow::governance {
namespace {

AuditLine line_of(const AuditEntry& e)
{
    const auto json = [](const std::string& text) { return text.empty() ? std::optional<RawJson>{} : RawJson{text}; };
    return {text(SubjectRef{e.kind, e.subject}), e.action, e.by ? std::optional(e.by) : std::nullopt, e.reason, json(e.before), json(e.after),
            e.address, e.at};
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
    return page;
}

}  // namespace meadow::governance
