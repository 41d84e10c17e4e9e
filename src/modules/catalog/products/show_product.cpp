#include "modules/catalog/products/show_product.hpp"

#include <algorithm>

#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/reviews/store.hpp"

namespace meadow::catalog {
namespace {

std::vector<media::Picture> in_order(std::vector<media::Picture> found, const std::vector<MediaId>& ids)
{
    const auto place = [&](const media::Picture& p) { return std::find(ids.begin(), ids.end(), p.id); };
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return found;
}

SkuView view_of(const Sku& sku, bool product_on_sale)
{
    SkuView view{sku.id, sku.spec, sku.choice, {}, sku.price, {}, product_on_sale && sku.state == SkuState::enabled};
    if (sku.picture) view.picture = sku.picture;
    if (sku.market_price) view.market_price = sku.market_price;
    return view;
}

}  // namespace

Result<ProductView> show_product(ReadCtx& ctx, const ShowProduct& in)
{
    const auto shop = store::home_of(ctx.tx, in.product);
    if (!shop) return refuse(not_found);
    const Product product = *store::find_product(ctx.tx, *shop, in.product);
    if (product.hidden || !was_shown(product.state)) TRY(require_right(ctx.tx, ctx.who, *shop, Right::support));

    const std::vector<Sku> skus = store::list_skus(ctx.tx, *shop, product.id);
    ProductContent content = content_of(product, skus);
    const std::vector<MediaId> picture_ids = pictures_in(content);
    ProductView view;
    view.id = product.id;
    view.shop = shop_cards(ctx.tx, {*shop}).front();
    view.state = product.state;
    view.on_sale = product.state == ProductState::listed && !product.hidden && view.shop.state == ShopState::open;
    view.version = product.version;
    view.title = product.title;
    view.description = content.description;
    view.pictures = in_order(media::pictures(ctx.tx, picture_ids), picture_ids);
    view.category = product.category;
    view.tax = product.tax;
    view.commission = product.commission;
    view.price_from = product.price_from;
    view.options = std::move(content.options);
    for (const Sku& sku : skus)
        if (sku.state != SkuState::retired) view.skus.push_back(view_of(sku, view.on_sale));
    view.rating = store::rating_of(ctx.tx, *shop, product.id);
    return view;
}

}  // namespace meadow::catalog
