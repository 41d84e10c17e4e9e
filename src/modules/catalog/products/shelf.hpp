// Product pages without what moves: the shop's card and the rating. Whatever else a page shows is a new version when it changes: title, SKUs
// and their prices by products/content.cpp, the state by set_product_state(); whether it is on sale is part of the version here.
#pragma once
#include "base/ids.hpp"
#include "jobs/shelf.hpp"

namespace meadow::catalog {

struct ShelvedProduct {
    ProductId product;
    std::int64_t version = 0;   // twice the product's, plus one while it is on sale
    std::string json;
    std::size_t weight() const { return sizeof *this + json.capacity(); }
};

class ProductShelf {
public:
    using Kept = std::shared_ptr<const ShelvedProduct>;

    Kept find(ProductId product, std::int64_t version, Instant now) const
    {
        Kept page = pages_.find(product, now);
        return page && page->version == version ? page : nullptr;
    }
    void put(Kept page, Instant now) { pages_.put(std::move(page), now); }

private:
    jobs::Shelf<ShelvedProduct, &ShelvedProduct::product, 1'024> pages_{60s, 24u << 20};
};

}  // namespace meadow::catalog
