#include "modules/discovery/search/found_products.hpp"

#include <algorithm>

#include "modules/discovery/search/blocked_shops.hpp"
#include "modules/discovery/search/library.hpp"

namespace meadow::discovery {

std::vector<FoundProduct> found_products(ReadCtx& ctx, const std::vector<std::int64_t>& ids, const lang::Query& query)
{
    const Library& library = ctx.outside<Library>();
    std::vector<ProductId> wanted;
    for (const std::int64_t id : ids) wanted.push_back({id});
    auto products = catalog::listed_products(ctx.tx, wanted);
    std::vector<ShopId> shops;
    for (const auto& product : products) shops.push_back(product.shop);
    const auto blocked = blocked_shops(ctx, shops);
    std::erase_if(products, [&](const auto& product) { return std::find(blocked.begin(), blocked.end(), product.shop) != blocked.end(); });
    std::sort(products.begin(), products.end(), [&](const auto& a, const auto& b) {
        return std::find(wanted.begin(), wanted.end(), a.id) < std::find(wanted.begin(), wanted.end(), b.id);
    });
    std::vector<MediaId> covers;
    for (const auto& product : products) covers.push_back(product.cover);
    const auto pictures = media::pictures(ctx.tx, covers);

    std::vector<FoundProduct> out;
    for (auto& p : products) {
        const auto cover = std::find_if(pictures.begin(), pictures.end(), [&](const auto& picture) { return picture.id == p.cover; });
        auto seen = library.product_facts.seen(p.id).value_or(ProductFacts::Seen{});
        auto marks = highlights(library.products.segmenter().normaliser(), p.title, query);
        out.push_back({p.id, p.shop, std::move(p.shop_name), std::move(p.title), std::move(marks),
                       cover == pictures.end() ? std::nullopt : std::optional(*cover), std::move(p.category), p.price_from,
                       std::move(seen.brand), seen.profile, p.ratings, p.stars, seen.in_stock});
    }
    return out;
}

}  // namespace meadow::discovery
