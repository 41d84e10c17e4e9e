#include "modules/governance/reports/decide_case.hpp"

#include "modules/governance/governance.hpp"
#include "modules/governance/refusals.hpp"
#include "modules/governance/reports/store.hpp"
#include "modules/governance/subjects.hpp"

namespace meadow::governance {

Done decide_case(WriteCtx& ctx, const DecideCase& in)
{
    const auto subject = parse_subject(in.subject);
    if (!subject) return refuse(unknown_subject);
    const bool was_hidden = store::is_hidden(ctx.tx, *subject);
    if (in.decision == Decision::restore && !was_hidden) return refuse(nothing_to_restore);
    const bool hidden = in.decision == Decision::hide || (in.decision == Decision::dismiss && was_hidden);

    store::insert_verdict(ctx.tx, *subject, {ctx.ids.next(), in.decision, in.reason, ctx.who.user, ctx.now});
    store::close_case(ctx.tx, *subject, hidden, ctx.now);
    audit(ctx, "governance." + name_of(in.decision), *subject, in.reason, to_json(was_hidden), to_json(hidden));
    if (hidden != was_hidden) ctx.tell(VerdictReached{*subject, hidden, in.reason, ctx.who.user, ctx.now});
    return done();
}

}  // namespace meadow::governance
