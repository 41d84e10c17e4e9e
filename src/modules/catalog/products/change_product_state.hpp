#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/products/model.hpp"

namespace meadow::catalog {

// Puts a product on sale; what a POP store never sold before goes to review first.
Done offer(WriteCtx&, const Shop&, const Product&);

// listed: offered as above; withdrawn: taken off; draft: taken back from review; discarded: given up for good.
struct ChangeProductState {
    ShopId shop;
    ProductId product;
    ProductState state{};
    std::optional<Reason> reason;
};
BOOST_DESCRIBE_STRUCT(ChangeProductState, (), (shop, product, state, reason))
Done change_product_state(WriteCtx&, const ChangeProductState&);

}  // namespace meadow::catalog
