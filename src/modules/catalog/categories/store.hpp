// catalog_categories: small and the same for everybody.
#pragma once
#include <string_view>
#include <vector>

#include "db/tx.hpp"
#include "modules/catalog/categories/list_categories.hpp"

namespace meadow::catalog::store {

std::vector<Category> all_categories(db::ReadTx&);
// Whether products may stand in it: it is one of the second level.
bool can_sell_in(db::ReadTx&, std::string_view category);

}  // namespace meadow::catalog::store
