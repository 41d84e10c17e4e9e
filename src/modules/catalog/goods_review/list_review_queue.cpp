#include "modules/catalog/goods_review/list_review_queue.hpp"

#include <algorithm>

#include "modules/catalog/goods_review/store.hpp"
#include "modules/catalog/paging.hpp"
#include "modules/catalog/products/store.hpp"

namespace meadow::catalog {

Result<Page<QueuedProduct>> list_review_queue(ReadCtx& ctx, const ListReviewQueue& in)
{
    const Cursor cursor = TRY(oldest_first(in.cursor));
    const auto rows = page_of(store::list_queue(ctx.tx, cursor, in.limit + 1), in.limit, [](const store::Queued& q) {
        return Cursor{q.submitted_at.us, q.product.value};
    });
    std::vector<ProductId> products;
    std::vector<ShopId> shops;
    for (const store::Queued& queued : rows.items) products.push_back(queued.product), shops.push_back(queued.shop);
    const auto cards = product_cards(ctx.tx, products);
    const auto shop_names = shop_cards(ctx.tx, shops);
    const auto ever_listed = store::ever_listed(ctx.tx, products);

    Page<QueuedProduct> page;
    page.next = rows.next;
    for (const store::Queued& queued : rows.items) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const ProductCard& c) { return c.id == queued.product; });
        const auto shop =
            std::find_if(shop_names.begin(), shop_names.end(), [&](const ShopCard& s) { return s.id == queued.shop; });
        const bool change = std::find(ever_listed.begin(), ever_listed.end(), queued.product) != ever_listed.end();
        page.items.push_back({*card, shop->name, change, queued.submitted_at});
    }
    return page;
}

}  // namespace meadow::catalog
