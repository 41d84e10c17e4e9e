#include "modules/catalog/products/edit_prices.hpp"

#include <algorithm>
#include <map>

#include "modules/catalog/goods_review/store.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::catalog {
namespace {

using PricesBySpec = std::map<std::string, NewPrice>;

// What the merchant works on: the change that waits, else what is on sale.
ProductContent draft_of(ReadCtx& ctx, const Product& product)
{
    const auto pending = store::find_pending(ctx.tx, product.shop, product.id);
    if (pending && pending->state == ChangeState::waiting) return pending->content;
    return content_of(product, store::list_skus(ctx.tx, product.shop, product.id));
}

// False when they are so already.
bool put_prices(ProductContent& content, const PricesBySpec& prices)
{
    bool other = false;
    for (SkuContent& sku : content.skus) {
        const auto wanted = prices.find(spec_text(sku.choice));
        if (wanted == prices.end()) continue;
        const auto& [id, price, market_price] = wanted->second;
        other = other || sku.price != price || (market_price && sku.market_price != market_price);
        sku.price = price;
        if (market_price) sku.market_price = market_price;
    }
    return other;
}

// The prices by product and spec; refuses not_found when one names a SKU that is not sold here (any more).
Result<std::map<ProductId, PricesBySpec>> by_product(ReadCtx& ctx, const EditPrices& in)
{
    std::vector<SkuId> ids;
    for (const NewPrice& price : in.prices) ids.push_back(price.sku);
    const std::vector<Sku> skus = store::find_skus(ctx.tx, in.shop, ids);
    std::map<ProductId, PricesBySpec> out;
    for (std::size_t i = 0; i < in.prices.size(); ++i) {
        const auto sku = std::find_if(skus.begin(), skus.end(),
                                      [&](const Sku& s) { return s.id == in.prices[i].sku && s.state != SkuState::retired; });
        if (sku == skus.end())
            return refuse(not_found, "", {{"/prices/" + std::to_string(i) + "/sku", "is not a SKU of this shop"}});
        out[sku->product].insert_or_assign(sku->spec, in.prices[i]);
    }
    return out;
}

}  // namespace

Done edit_prices(WriteCtx& ctx, const EditPrices& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::editor));
    const Shop shop = *store::find_shop(ctx.tx, in.shop);
    TRY(require_trading(shop));
    for (const auto& [id, prices] : TRY(by_product(ctx, in))) {
        const Product product = *store::find_product(ctx.tx, in.shop, id);
        ProductContent content = draft_of(ctx, product);
        if (!put_prices(content, prices)) continue;
        TRY(check_content(ctx, content, pictures_in(content), "/products/" + text(id)));
        TRY(save_edit(ctx, shop, product, content));
        enter_in_log(ctx, in.shop, "prices_changed", text(id), product.title);
    }
    return done();
}

}  // namespace meadow::catalog
