#pragma once
#include "jobs/context.hpp"
#include "modules/trading/events.hpp"

namespace meadow::creators {

// On hearing OrderPlaced: finds for each line the note that led the buyer to it and credits its author, once. A note the cart
// remembers counts as a click at the time of the order when it really pins the product, even if no page reported the click.
// Nobody is credited for what they buy themselves or for goods of their own shop, nor where the merchant offers nothing. What the shop has offered the
// author alone and they have accepted (offers/) betters the rate.
Done credit_sale(WriteCtx&, const trading::OrderPlaced&);

}  // namespace meadow::creators
