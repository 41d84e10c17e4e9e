#include "modules/catalog/products/create_product.hpp"

#include "modules/catalog/products/change_product_state.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::catalog {

Result<ProductView> create_product(WriteCtx& ctx, const CreateProduct& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::editor));
    const Shop shop = *store::find_shop(ctx.tx, in.shop);
    TRY(require_trading(shop));
    TRY(check_content(ctx, in.product, {}, "/product"));

    // The counter is the guard: of two editors who enter the last item at once, one is refused.
    if (!store::count_items(ctx.tx, shop.id, +1, 0, shop.profile == ShopProfile::light ? most_light_items(ctx) : INT64_MAX))
        return refuse(shop_full);

    Product product;
    product.shop = shop.id;
    product.id = ctx.new_id<ProductId>();
    product.created_at = ctx.now;
    put_content(product, in.product);
    store::insert_product(ctx.tx, product);
    put_skus(ctx, product, in.product);
    if (!in.draft.value_or(false)) TRY(offer(ctx, shop, product));
    enter_in_log(ctx, shop.id, "product_entered", text(product.id), product.title);
    return show_product(ctx, {product.id});
}

}  // namespace meadow::catalog
