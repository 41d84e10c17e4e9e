#pragma once
#include <vector>

#include "jobs/context.hpp"

namespace meadow::discovery {

// Those of these shops whose owner blocks the reader or is blocked by them. One statement; none for a guest. In their order.
std::vector<ShopId> blocked_shops(ReadCtx&, const std::vector<ShopId>&);

}  // namespace meadow::discovery
