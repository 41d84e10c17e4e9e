#pragma once
#include "jobs/context.hpp"
#include "modules/fulfilment/stock/model.hpp"

namespace meadow::fulfilment {

// Moves what an order has in one bucket on to another. Returns the bucket its pieces are in afterwards (`outside` when it never
// held any): unlike `to`, somebody else was quicker. Each step of an order happens once, by the journal's key.
Bucket move_order(WriteCtx&, ShopId, OrderId, Bucket from, Bucket to, std::string_view why);

}  // namespace meadow::fulfilment
