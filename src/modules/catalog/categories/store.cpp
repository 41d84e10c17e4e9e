#include "modules/catalog/categories/store.hpp"

namespace meadow::catalog::store {

const db::Sql select_categories{"catalog.select_categories",
                                "SELECT category, parent, zh, en FROM catalog_categories ORDER BY place"};
std::vector<Category> all_categories(db::ReadTx& tx) { return tx.all<Category>(select_categories); }

const db::Sql select_sellable{"catalog.select_sellable",
                              "SELECT place FROM catalog_categories WHERE category = $1 AND parent <> ''"};
bool can_sell_in(db::ReadTx& tx, std::string_view category) { return tx.one<std::int64_t>(select_sellable, category).has_value(); }

}  // namespace meadow::catalog::store
