// What creators does on hearing news.
#include "modules/creators/credits/count_touches.hpp"
#include "modules/creators/credits/credit_sale.hpp"
#include "modules/creators/credits/follow_order.hpp"
#include "modules/creators/module.hpp"
#include "modules/creators/shown/count_shown.hpp"

namespace meadow::creators {

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("creators", credit_sale);
    listeners.on("creators", owe_credits);
    listeners.on("creators", pay_credits);
    listeners.on("creators", void_credits);
    listeners.on("creators", claw_back_credits);
    listeners.on("creators", count_touches);
    listeners.on("creators", count_shown);
}

}  // namespace meadow::creators
