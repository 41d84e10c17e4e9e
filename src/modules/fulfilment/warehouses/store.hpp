// fulfilment_warehouses. Home: the shop.
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "modules/fulfilment/warehouses/model.hpp"

namespace meadow::fulfilment::store {

// False when it is there already.
bool insert_warehouse(db::Tx&, ShopId, const Warehouse&);
// By rank.
std::vector<Warehouse> list_warehouses(db::ReadTx&, ShopId);

}  // namespace meadow::fulfilment::store
