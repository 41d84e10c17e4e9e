#include "modules/catalog/reviews/list_shop_reviews.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/catalog/paging.hpp"
#include "modules/catalog/reviews/store.hpp"

namespace meadow::catalog {

Result<Page<ShopReview>> list_shop_reviews(ReadCtx& ctx, const ListShopReviews& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::support));
    const Cursor cursor = TRY(newest_first(in.cursor));
    const auto rows = page_of(store::list_shop_reviews(ctx.tx, in.shop, in.unanswered.value_or(false), cursor, in.limit + 1), in.limit,
                              [](const Review& r) { return Cursor{r.id.value, 0}; });
    std::vector<ProductId> products;
    for (const Review& r : rows.items) products.push_back(r.product);
    const auto cards = product_cards(ctx.tx, products);

    Page<ShopReview> page;
    page.next = rows.next;
    for (ReviewView& view : view_of(ctx, rows.items)) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const ProductCard& c) { return c.id == view.product; });
        page.items.push_back({std::move(view), card == cards.end() ? "" : card->title});
    }
    return page;
}

}  // namespace meadow::catalog
