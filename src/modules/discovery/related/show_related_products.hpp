#pragma once
#include "base/page.hpp"
#include "modules/discovery/search/found_products.hpp"

namespace meadow::discovery {

struct ShowRelatedProducts {
    ProductId product;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ShowRelatedProducts, (), (product, limit))

struct RelatedProducts {
    std::vector<FoundProduct> items;   // best first
};
BOOST_DESCRIBE_STRUCT(RelatedProducts, (), (items))

// What to look at beside a product: wanted by the same people (0.5), called alike (0.3), of its kind and price (0.2); times ratings, and less
// when sold out. On sale, whoever sells it. Nothing is asked about who is looking. Refuses what was never on sale, or is hidden.
Result<RelatedProducts> show_related_products(ReadCtx&, const ShowRelatedProducts&);

}  // namespace meadow::discovery
