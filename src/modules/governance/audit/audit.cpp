#include "modules/governance/audit/store.hpp"
#include "modules/governance/governance.hpp"

namespace meadow::governance {

void audit(WriteCtx& ctx, std::string_view action, SubjectRef subject, std::string_view reason, std::string_view before, std::string_view after)
{
    store::insert_entry(ctx.tx, {ctx.ids.next(), ctx.who.user, std::string(action), subject.kind, subject.id, std::string(reason),
                                 std::string(before), std::string(after), std::string(ctx.address), ctx.now});
}

}  // namespace meadow::governance
