#include "modules/creators/credits/count_touches.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/creators/credits/store.hpp"
#include "modules/creators/touches/model.hpp"

namespace meadow::creators {

Done count_touches(WriteCtx& ctx, const TouchedNotes& news)
{
    std::vector<ProductId> products;
    for (const TouchedNote& touch : news.touches) products.push_back(touch.product);
    const auto cards = catalog::product_cards(ctx.tx, products);
    for (const TouchedNote& touch : news.touches) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == touch.product; });
        const auto kind = parse_enum<TouchKind>(touch.kind_of_touch);
        if (card == cards.end() || !kind) continue;
        store::NoteSales delta;
        delta.product = touch.product;
        delta.note = touch.note;
        delta.author = touch.author;
        (*kind == TouchKind::view ? delta.views : *kind == TouchKind::click ? delta.clicks : delta.shares) = 1;
        store::add_note_sales(ctx.tx, card->shop, delta);
    }
    return done();
}

}  // namespace meadow::creators
