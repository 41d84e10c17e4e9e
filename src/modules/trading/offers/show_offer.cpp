#include "modules/trading/offers/show_offer.hpp"

#include <algorithm>

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/trading/terms/store.hpp"

namespace meadow::trading {

Result<Offer> show_offer(ReadCtx& ctx, const ShowOffer& in)
{
    const auto products = catalog::shown_products(ctx.tx, {in.product});
    if (products.empty()) return refuse(not_found);
    const catalog::ProductCard& product = products.front();
    const auto shops = catalog::shop_cards(ctx.tx, {product.shop});
    if (shops.empty()) return refuse(not_found);

    const auto offers = catalog::product_offers(ctx.tx, product.shop, product.id);
    std::vector<SkuId> skus;
    for (const auto& offer : offers) skus.push_back(offer.sku);
    const auto stock = fulfilment::available_stock(ctx.tx, product.shop, skus);

    Offer out{product.id, product.title, product.on_sale, shops.front(), {}, store::find_terms(ctx.tx, product.shop), ship_within(ctx) / 1h};
    for (const auto& offer : offers) {
        const auto pieces = std::find_if(stock.begin(), stock.end(), [&](const auto& s) { return s.sku == offer.sku; });
        out.skus.push_back({offer.sku, offer.spec, offer.picture, offer.price, pieces == stock.end() ? 0 : pieces->count, offer.on_sale});
    }
    return out;
}

}  // namespace meadow::trading
