#include "modules/trading/payments/take_notify.hpp"

#include "jobs/log.hpp"
#include "modules/trading/payments/learn_charge.hpp"

namespace meadow::trading {

Result<ChargeReport> prove_notify(ReadCtx& ctx, const Notify& in)
{
    auto report = ctx.outside<Gateway>().read_notify(ctx, in);
    if (!report) log::warn("a payment notify was refused", {{"why", std::string(report.refusal().kind->key)}, {"address", std::string(ctx.address)}});
    return report;
}

Done take_notify(WriteCtx& ctx, const Notify&, const ChargeReport& report) { return learn_charge(ctx, report); }

}  // namespace meadow::trading
