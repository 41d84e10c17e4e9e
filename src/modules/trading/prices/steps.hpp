// The steps of a price (model.hpp). Pure: each looks only at the record it is handed.
#pragma once
#include "modules/trading/prices/model.hpp"

namespace meadow::trading {

// The tax inside an amount that includes it: gross × rate / (1 + rate), rounded half up. `gross` is not negative.
Money included_tax(Money gross, Rate);
// "13 %", "9.1 %"
std::string percent(Rate);

namespace steps {

void list_price(Pricing&);   // goods = price × count
void shipping(Pricing&);     // the shop's flat fee, unless the goods come to enough; shared over the lines by their goods
void round(Pricing&);        // down to the shop's unit, taken off the goods
void tax(Pricing&);          // what of the price is tax; changes nothing

}  // namespace steps
}  // namespace meadow::trading
