// catalog_staff (home: the shop), catalog_staff_shops (home: the person).
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/catalog/staff/model.hpp"

namespace meadow::catalog::store {

// False when the person is among the staff already.
bool insert_staff(db::Tx&, ShopId, const Staff&);
std::optional<Staff> find_staff(db::ReadTx&, ShopId, UserId);

}  // namespace meadow::catalog::store
