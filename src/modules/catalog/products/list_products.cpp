#include "modules/catalog/products/list_products.hpp"

#include <algorithm>

#include "modules/catalog/paging.hpp"
#include "modules/catalog/products/store.hpp"

namespace meadow::catalog {
namespace {

Page<ProductLine> page(ReadCtx& ctx, ShopId shop, const store::ProductFilter& filter, Cursor cursor, std::int64_t limit)
{
    auto rows = page_of(store::list_products(ctx.tx, shop, filter, cursor, limit + 1), limit, [](const Product& p) {
        return Cursor{p.id.value, 0};
    });
    std::vector<MediaId> covers;
    for (const Product& product : rows.items) covers.push_back(product.cover);
    const auto pictures = media::pictures(ctx.tx, covers);
    Page<ProductLine> out;
    out.next = std::move(rows.next);
    for (Product& p : rows.items) {
        ProductLine& line = out.items.emplace_back(ProductLine{
            p.id, std::move(p.title), {}, std::move(p.category), p.price_from, p.commission, p.state, p.hidden, p.created_at});
        const auto cover =
            std::find_if(pictures.begin(), pictures.end(), [&](const media::Picture& picture) { return picture.id == p.cover; });
        if (cover != pictures.end()) line.cover = *cover;
    }
    return out;
}

}  // namespace

Result<Page<ProductLine>> list_products(ReadCtx& ctx, const ListProducts& in)
{
    const Cursor cursor = TRY(newest_first(in.cursor));
    const auto cards = shop_cards(ctx.tx, {in.shop});
    if (cards.empty()) return refuse(not_found);
    if (cards.front().state != ShopState::open) return Page<ProductLine>{};
    return page(ctx, in.shop, {ProductState::listed, true, in.category.value_or("")}, cursor, in.limit);
}

Result<Page<ProductLine>> list_own_products(ReadCtx& ctx, const ListOwnProducts& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::support));
    const Cursor cursor = TRY(newest_first(in.cursor));
    return page(ctx, in.shop, {in.state, false, in.category.value_or("")}, cursor, in.limit);
}

}  // namespace meadow::catalog
