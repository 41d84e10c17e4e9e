#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/search/found_products.hpp"
#include "modules/discovery/search/product_facts.hpp"

namespace meadow::discovery {

struct SearchProducts {
    Text<0, 100> q;                             // empty: browse
    Text<0, 40> category;                       // "beauty.lipstick", or "beauty" with everything below it
    Text<0, 60> brand;                          // one of the facet's
    std::optional<Money> least, most;           // of the price, in fen, both included
    std::optional<catalog::ShopProfile> profile;
    Whole<0, 5> stars = 0;                      // on average at least; 0: rated or not
    std::optional<bool> in_stock;               // true: only what can be bought now
    std::optional<ShopId> shop;
    ProductSort sort = ProductSort::best;       // best, with nothing asked for: newest
    std::optional<bool> facets;                 // true: say what there is to choose from
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(SearchProducts, (), (q, category, brand, least, most, profile, stars, in_stock, shop, sort, facets, cursor, limit))

struct FoundProducts {
    std::vector<FoundProduct> items;
    std::optional<std::string> next;
    bool complete = true;                       // false: the index is still being filled, something may be missing
    std::optional<std::string> corrected;       // nothing answers what was typed; this was looked for as well
    std::optional<std::int64_t> relaxed_from;   // from this item on the products lack some of the words
    bool instead = false;                       // nothing answers the words; these are the newest products
    std::optional<Facets> facets;
};
BOOST_DESCRIBE_STRUCT(FoundProducts, (), (items, next, complete, corrected, relaxed_from, instead, facets))

// Products on sale that answer a query. Best first: how well the words fit, times the product's ratings and whether it can be bought.
// In any other order only products that answer every word, or as many of them as any product does.
Result<FoundProducts> search_products(ReadCtx&, const SearchProducts&);

}  // namespace meadow::discovery
