#include "modules/governance/reports/report_subject.hpp"

#include "modules/governance/refusals.hpp"
#include "modules/governance/reports/store.hpp"
#include "modules/governance/subjects.hpp"

namespace meadow::governance {

Done report_subject(WriteCtx& ctx, const ReportSubject& in)
{
    const auto subject = parse_subject(in.subject);
    if (!subject) return refuse(unknown_subject);
    if (subject->kind == SubjectKind::user && subject->id == ctx.who.user.value) return refuse(reports_self);
    if (!store::put_report(ctx.tx, *subject, ctx.ids.next(), {ctx.who.user, in.reason, in.text, ctx.now})) return refuse(reported_before);
    store::count_report(ctx.tx, *subject, ctx.now);
    return done();
}

}  // namespace meadow::governance
