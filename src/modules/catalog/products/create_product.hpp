#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/products/model.hpp"
#include "modules/catalog/products/show_product.hpp"

namespace meadow::catalog {

struct CreateProduct {
    ShopId shop;
    ProductContent product;
    std::optional<bool> draft;  // true: kept for later; otherwise put on sale, in a POP store after review
};
BOOST_DESCRIBE_STRUCT(CreateProduct, (), (shop, product, draft))

Result<ProductView> create_product(WriteCtx&, const CreateProduct&);

}  // namespace meadow::catalog
