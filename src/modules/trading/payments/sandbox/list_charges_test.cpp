#include "modules/trading/payments/sandbox/list_charges.hpp"

#include "support/paying.hpp"

namespace meadow {

TEST(list_charges, shows_operators_what_the_sandbox_gateway_took)
{
    Town town;
    auto lin = town.person("lin");
    auto boss = town.person_with_role("boss", Role::operator_);
    auto bo = testing::buyer(town, "bo");
    const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(10), 5}});
    town.settles();
    testing::pays_for(town, bo, testing::bought(bo, stall.shop, stall.skus[0], 2, yuan(20)));
    boss.get("/v1/operator/sandbox/charges").is(200).counts("/items", 1).says("/items/0/state", "paid").says("/items/0/amount", 2000).says("/items/0/given_back", 0);
    lin.get("/v1/operator/sandbox/charges").is_refused("base.not_allowed");
}

}  // namespace meadow
