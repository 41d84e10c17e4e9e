// fulfilment_slips and what belongs to them. Home: the shop.
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "jobs/context.hpp"
#include "modules/fulfilment/parcels/model.hpp"

namespace meadow::fulfilment::store {

std::optional<Slip> find_slip(db::ReadTx&, ShopId, OrderId);
// Only while nothing has left. True also when it was cancelled before.
bool cancel_slip(db::Tx&, ShopId, OrderId);

}  // namespace meadow::fulfilment::store
