#include "modules/trading/payments/resolve_alarm.hpp"

#include "modules/governance/governance.hpp"
#include "modules/trading/payments/store.hpp"

namespace meadow::trading {

Done resolve_alarm(WriteCtx& ctx, const ResolveAlarm& in)
{
    if (!store::resolve_alarm(ctx.tx, in.buyer, in.payment, in.what, ctx.who.user, in.resolution, ctx.now))
        return refuse(store::has_alarm(ctx.tx, in.buyer, in.payment, in.what) ? already_done : not_found);
    governance::audit(ctx, "trading.resolve_alarm", {governance::SubjectKind::user, in.buyer.value}, in.resolution, {},
                      to_json(in));
    return done();
}

}  // namespace meadow::trading
