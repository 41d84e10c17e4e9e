// A product's content on its way into the rows: what the verbs that write it have in common.
#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/products/model.hpp"

namespace meadow::catalog {

inline const Setting<Money> most_price{"catalog.most_price", yuan(100'000), "The highest price of a SKU"};
inline const Setting<Rate> most_tax{"catalog.most_tax", Rate{3000}, "The highest tax rate a product may state"};
inline const Setting<Rate> most_commission{"catalog.most_commission", Rate{3000},
                                           "The highest commission a merchant may offer to authors"};
inline const Setting<std::int64_t> most_light_items{"catalog.most_light_items", 3000,
                                                    "How many items a light shop may have"};

// The rules of the content itself, of its category, and of its pictures: those that the product does not show already (`shown`)
// must be the caller's own uploads. Faults point below `at`.
Done check_content(WriteCtx&, const ProductContent&, const std::vector<MediaId>& shown, const std::string& at);
// All pictures of a content, those of the SKUs too.
std::vector<MediaId> pictures_in(const ProductContent&);

// Brings the product's SKUs in line with the content. A SKU is known again by its spec, so it keeps its id while its price changes;
// one that is gone is retired, one that is new is told as SkuAdded.
void put_skus(WriteCtx&, const Product&, const ProductContent&);

// Puts the content in the place of what the product has now. Refuses stale when somebody else has changed it since it was read.
Done apply_content(WriteCtx&, const Shop&, const Product&, const ProductContent&);
// The merchant's edit: applied at once, or kept as a pending change where what was approved stays on sale until a review.
Done save_edit(WriteCtx&, const Shop&, const Product&, const ProductContent&);
// Refuses shop_not_trading when merchants cannot act for it now.
Done require_trading(const Shop&);

// Moves a product: the table of moves, the conditional write, the shop's counters, the log, the news.
Done move_product(WriteCtx&, const Shop&, const Product&, ProductState to, Actor by, std::string_view reason);

}  // namespace meadow::catalog
