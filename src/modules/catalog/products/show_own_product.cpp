#include "modules/catalog/products/show_own_product.hpp"

#include "modules/catalog/goods_review/store.hpp"
#include "modules/catalog/products/store.hpp"

namespace meadow::catalog {

Result<OwnProduct> show_own_product(ReadCtx& ctx, const ShowOwnProduct& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::support));
    const auto product = store::find_product(ctx.tx, in.shop, in.product);
    if (!product) return refuse(not_found);
    const std::vector<Sku> skus = store::list_skus(ctx.tx, in.shop, in.product);
    const auto last = store::last_product_move(ctx.tx, in.shop, in.product);

    OwnProduct out;
    out.id = product->id;
    out.state = product->state;
    out.hidden = product->hidden;
    out.version = product->version;
    out.content = content_of(*product, skus);
    for (const Sku& sku : skus)
        if (sku.state != SkuState::retired) out.skus.push_back({sku.id, sku.spec});
    out.pending = store::find_pending(ctx.tx, in.shop, in.product);
    out.reason = last ? last->reason : "";
    out.created_at = product->created_at;
    return out;
}

}  // namespace meadow::catalog
