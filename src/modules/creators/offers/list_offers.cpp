#include "modules/creators/offers/list_offers.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"

namespace meadow::creators {
namespace {

template <class Card, class SomeId>
const Card* named(const std::vector<Card>& cards, SomeId id)
{
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.id == id; });
    return found == cards.end() ? nullptr : &*found;
}

Page<OfferCard> shown(ReadCtx& ctx, Page<RateOffer> rows)
{
    std::vector<ShopId> shops;
    std::vector<ProductId> products;
    std::vector<UserId> authors;
    for (const RateOffer& o : rows.items) shops.push_back(o.shop), products.push_back(o.product), authors.push_back(o.author);
    const auto shop_cards = catalog::shop_cards(ctx.tx, shops);
    const auto product_cards = catalog::product_cards(ctx.tx, products);
    const auto people = identity::person_cards(ctx.tx, authors);
    Page<OfferCard> page;
    page.next = rows.next;
    for (RateOffer& o : rows.items) {
        OfferCard& card = page.items.emplace_back();
        card.id = o.id;
        card.state = o.state;
        card.shop = o.shop;
        card.product = o.product;
        card.rate = o.rate;
        card.words = std::move(o.words);
        if (o.until) card.until = o.until;
        card.offered_at = o.offered_at;
        card.changed_at = o.changed_at;
        if (const auto* shop = named(shop_cards, o.shop)) card.shop_name = shop->name;
        if (const auto* person = named(people, o.author)) card.author = *person;
        const auto* product = named(product_cards, o.product);
        if (product == nullptr) continue;
        card.product_title = product->title;
        card.usual = product->commission;
        if (product->cover) card.cover = product->cover;
    }
    return page;
}

template <class Find>
Result<Page<OfferCard>> page_from(ReadCtx& ctx, const std::optional<std::string>& token, std::int64_t limit, Find find)
{
    const auto cursor = parse_cursor(token.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return shown(ctx, page_of(find(OfferId{cursor->first}, limit + 1), limit, [](const RateOffer& o) { return Cursor{o.id.value, 0}; }));
}

}  // namespace

Result<Page<OfferCard>> list_shop_offers(ReadCtx& ctx, const ListShopOffers& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    return page_from(ctx, in.cursor, in.limit, [&](OfferId before, std::int64_t limit) { return store::offers_of_shop(ctx.tx, in.shop, in.state, before, limit); });
}

Result<Page<OfferCard>> list_my_offers(ReadCtx& ctx, const ListMyOffers& in)
{
    return page_from(ctx, in.cursor, in.limit, [&](OfferId before, std::int64_t limit) { return store::offers_to(ctx.tx, ctx.who.user, in.state, before, limit); });
}

}  // namespace meadow::creators
