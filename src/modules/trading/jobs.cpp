// What trading does with the world outside, and now and then.
#include "modules/trading/give_backs/give_back.hpp"
#include "modules/trading/module.hpp"
#include "modules/trading/payments/ask_gateway.hpp"
#include "modules/trading/payments/sandbox/gateway.hpp"
#include "modules/trading/payments/sandbox/notify_merchant.hpp"
#include "modules/trading/reconciliation/reconcile_day.hpp"

namespace meadow::trading {
namespace {

template <class Body>
void run(jobs::Errands& errands, jobs::World& world, void (*verb)(jobs::World&, const Body&))
{
    errands.on<Body>(Body::errand, [&world, verb](const Body& body) { verb(world, body); });
}

}  // namespace

void add_gateway(jobs::Adapters& adapters) { adapters.put<Gateway>(std::make_shared<sandbox::SandboxGateway>()); }

void add_errands(jobs::Errands& errands, jobs::World& world)
{
    run(errands, world, ask_gateway);
    run(errands, world, give_back);
    run(errands, world, compare_day);
    run(errands, world, sandbox::notify_merchant);
    run(errands, world, sandbox::settle_late);
}

void add_jobs(jobs::Pump& pump, jobs::World& world)
{
    pump.every(10min, [&world] { reconcile_yesterday(world); });
}

}  // namespace meadow::trading
