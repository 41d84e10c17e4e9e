#pragma once
#include "jobs/context.hpp"
#include "modules/fulfilment/stock/model.hpp"

namespace meadow::fulfilment {

// Opens the books for a SKU in a warehouse with what the merchant counted. Nothing when they are open.
void enter_sku(WriteCtx&, const StockKey&, std::int64_t counted);

}  // namespace meadow::fulfilment
