#include "modules/trading/payments/sandbox/notify_merchant.hpp"

#include "jobs/outgoing.hpp"
#include "modules/trading/payments/sandbox/secret.hpp"
#include "modules/trading/payments/sandbox/store.hpp"

namespace meadow::trading::sandbox {

void notify_merchant(jobs::World& world, const MerchantNotice& notice)
{
    std::optional<store::Taken> charge;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { charge = store::find_charge(ctx.tx, notice.trade); });
    if (!charge) throw std::runtime_error("there is no charge to tell of");
    const std::string body = to_json(ChargeReport{charge->trade, charge->state, charge->amount, charge->currency, charge->transaction, charge->at});
    const std::string url = charge->notify_url + signed_query(secret(world), world.clock.now(), body);
    const auto answer = world.adapters.get<jobs::Outgoing>().send({"POST", url, "application/json", body});
    if (answer.status / 100 != 2) throw jobs::OutgoingFault("the merchant answered " + std::to_string(answer.status));
}

void settle_late(jobs::World& world, const LateSettling& late)
{
    const Done settled = jobs::write_now<Nothing>(world, {}, 0, [&](WriteCtx& ctx) {
        if (store::settle_charge(ctx.tx, late.trade, by_its_clock(ctx.now))) jobs::errands::send(ctx, MerchantNotice::errand, MerchantNotice{late.trade});
        return done();
    });
    if (!settled.ok()) throw std::runtime_error("settling was refused");
}

}  // namespace meadow::trading::sandbox
