#include "modules/catalog/products/change_product_state.hpp"

#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::catalog {

Done offer(WriteCtx& ctx, const Shop& shop, const Product& product)
{
    const bool needs_no_review = shop.profile == ShopProfile::light || product.listed_at;
    return move_product(ctx, shop, product, needs_no_review ? ProductState::listed : ProductState::in_review, Actor::merchant, "");
}

Done change_product_state(WriteCtx& ctx, const ChangeProductState& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::editor));
    const Shop shop = *store::find_shop(ctx.tx, in.shop);
    TRY(require_trading(shop));
    const auto product = store::find_product(ctx.tx, in.shop, in.product);
    if (!product) return refuse(not_found);
    enter_in_log(ctx, in.shop, "product_moved", text(in.product), name_of(in.state));
    if (in.state == ProductState::listed) return offer(ctx, shop, *product);
    return move_product(ctx, shop, *product, in.state, Actor::merchant, in.reason.value_or(""));
}

}  // namespace meadow::catalog
