#include "modules/catalog/products/edit_product.hpp"

#include "modules/catalog/goods_review/store.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::catalog {

Result<OwnProduct> edit_product(WriteCtx& ctx, const EditProduct& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::editor));
    const Shop shop = *store::find_shop(ctx.tx, in.shop);
    TRY(require_trading(shop));
    const auto product = store::find_product(ctx.tx, in.shop, in.product);
    if (!product) return refuse(not_found);
    if (product->version != in.version) return refuse(stale);

    std::vector<MediaId> shown = pictures_in(content_of(*product, store::list_skus(ctx.tx, in.shop, in.product)));
    if (const auto pending = store::find_pending(ctx.tx, in.shop, in.product))
        for (const MediaId id : pictures_in(pending->content)) shown.push_back(id);
    TRY(check_content(ctx, in.content, shown, "/content"));
    TRY(save_edit(ctx, shop, *product, in.content));
    enter_in_log(ctx, in.shop, "product_edited", text(in.product), in.content.title);
    return show_own_product(ctx, {in.shop, in.product});
}

}  // namespace meadow::catalog
