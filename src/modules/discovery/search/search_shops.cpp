#include "modules/discovery/search/search_shops.hpp"

#include <algorithm>

#include "modules/discovery/search/blocked_shops.hpp"
#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {

Result<FoundShops> search_shops(ReadCtx& ctx, const SearchShops& in)
{
    const Library& library = ctx.outside<Library>();
    const Book& book = library.shops;
    const Hits hits = TRY(find_hits(book, library.words, library.readings, {.text = in.q, .cursor = in.cursor, .limit = in.limit, .now = ctx.now, .names = true}));
    if (!in.cursor) ctx.outside<QueryLog>().note(ctx.who, SearchTab::shops, in.q, std::int64_t(hits.ids.size()), ctx.now);

    std::vector<ShopId> ids;
    for (const std::int64_t id : hits.ids) ids.push_back({id});
    const auto blocked = blocked_shops(ctx, ids);
    std::erase_if(ids, [&](ShopId id) { return std::find(blocked.begin(), blocked.end(), id) != blocked.end(); });
    const auto cards = catalog::shop_cards(ctx.tx, ids);
    std::vector<MediaId> logos;
    for (const auto& card : cards)
        if (card.logo) logos.push_back(card.logo);
    const auto pictures = media::pictures(ctx.tx, logos);
    FoundShops found;
    for (const ShopId id : ids) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == id; });
        if (card == cards.end() || card->state != catalog::ShopState::open) continue;
        const auto logo = std::find_if(pictures.begin(), pictures.end(), [&](const auto& p) { return p.id == card->logo; });
        found.items.push_back({id, card->name, highlights(book.segmenter().normaliser(), card->name, hits.query), card->profile, library.shop_facts.of(id).brand,
                               logo == pictures.end() ? std::nullopt : std::optional(*logo)});
    }
    found.next = hits.next;
    found.complete = book.complete();
    return found;
}

}  // namespace meadow::discovery
