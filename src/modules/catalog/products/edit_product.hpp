#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/products/show_own_product.hpp"

namespace meadow::catalog {

struct EditProduct {
    ShopId shop;
    ProductId product;
    std::int64_t version = 0;  // of what was read: of two editors at once, the second is refused `stale`
    ProductContent content;    // all of it
};
BOOST_DESCRIBE_STRUCT(EditProduct, (), (shop, product, version, content))

// A light shop's edit holds at once. An approved product of a POP store stays on sale as it is until the change is approved.
Result<OwnProduct> edit_product(WriteCtx&, const EditProduct&);

}  // namespace meadow::catalog
