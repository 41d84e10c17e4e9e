#include "modules/catalog/products/list_product.hpp"

#include "modules/catalog/products/content.hpp"

namespace meadow::catalog {

Done offer(WriteCtx& ctx, const Shop& shop, const Product& product)
{
    const bool reviewed = shop.profile == ShopProfile::light || product.listed_at;
    return move_product(ctx, shop, product, reviewed ? ProductState::listed : ProductState::in_review, Actor::merchant, "");
}

}  // namespace meadow::catalog
