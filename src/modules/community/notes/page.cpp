#include "modules/community/notes/page.hpp"

#include <algorithm>

#include "modules/community/likes/store.hpp"

namespace meadow::community {
namespace {

std::optional<Instant> if_set(Instant at) { return at ? std::optional<Instant>(at) : std::nullopt; }

template <class Card, class SomeId>
const Card* find_card(const std::vector<Card>& cards, SomeId id)
{
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const Card& c) { return c.id == id; });
    return found == cards.end() ? nullptr : &*found;
}

// The cards in the order of the ids; what is gone is left out.
template <class Card, class SomeId>
std::vector<Card> in_order(const std::vector<SomeId>& ids, std::vector<Card> cards)
{
    std::vector<Card> out;
    for (const SomeId id : ids)
        if (const Card* card = find_card(cards, id)) out.push_back(*card);
    return out;
}

// Goods of a shop whose owner the reader blocks, or who blocks them, are not shown to them on anybody's note.
void drop_blocked(ReadCtx& ctx, UserId author, std::vector<catalog::ProductCard>& products)
{
    if (!ctx.who.signed_in() || products.empty()) return;
    std::vector<ShopId> shops;
    for (const auto& product : products) shops.push_back(product.shop);
    const auto cards = catalog::shop_cards(ctx.tx, shops);
    std::vector<UserId> owners;
    for (const auto& shop : cards)
        if (shop.owner != author && shop.owner != ctx.who.user) owners.push_back(shop.owner);   // whose note it is, the reader may see
    if (owners.empty()) return;
    const auto blocked = identity::blocked_with(ctx.tx, ctx.who.user, owners);
    std::erase_if(products, [&](const auto& product) {
        const auto* shop = find_card(cards, product.shop);
        return shop != nullptr && std::find(blocked.begin(), blocked.end(), shop->owner) != blocked.end();
    });
}

}  // namespace

Counters counters_of(const store::NoteCounts& c)
{
    const double rate = c.views > 0 ? double(c.reads) / double(c.views) : 0;
    return {c.likes, c.collects, c.comments, c.shares, c.views, rate};
}

std::optional<NotePage> lasting_page(db::ReadTx& tx, const Note& note)
{
    auto authors = identity::person_cards(tx, {note.author});
    if (authors.empty()) return {};
    NotePage page;
    page.id = note.id;
    page.author = std::move(authors.front());
    page.state = note.state;
    page.visibility = note.visibility;
    page.title = note.title;
    page.text = note.text;
    page.tags = note.tags;
    if (!note.media.empty()) page.media = in_order(note.media, media::pictures(tx, note.media));
    page.place = note.where();
    page.disclosed = note.disclosed();
    page.version = note.version;
    page.published_at = if_set(note.published_at);
    page.edited_at = if_set(note.edited_at);
    page.due_at = if_set(note.due_at);
    return page;
}

MovingPart moving_part(ReadCtx& ctx, NoteId note, UserId author, const std::vector<ProductId>& pinned, const store::NoteCounts& counts)
{
    MovingPart out;
    if (!pinned.empty()) out.products = in_order(pinned, catalog::shown_products(ctx.tx, pinned));
    drop_blocked(ctx, author, out.products);
    out.counts = counters_of(counts);
    if (ctx.who.signed_in()) out.me = store::find_my_part(ctx.tx, ctx.who.user, note, author);
    return out;
}

std::vector<NoteCard> cards_of(ReadCtx& ctx, const std::vector<store::CountedNote>& notes)
{
    std::vector<UserId> authors;
    std::vector<MediaId> covers;
    std::vector<NoteId> ids;
    for (const auto& [note, counts] : notes) {
        ids.push_back(note.id);
        authors.push_back(note.author);
        if (!note.media.empty()) covers.push_back(note.media.front());
    }
    const auto people = identity::person_cards(ctx.tx, authors);
    const auto pictures = covers.empty() ? std::vector<media::Picture>{} : media::pictures(ctx.tx, covers);
    const auto liked = ctx.who.signed_in() ? store::liked_among(ctx.tx, ctx.who.user, ids) : std::vector<NoteId>{};

    std::vector<NoteCard> out;
    for (const auto& [note, counts] : notes) {
        const auto* author = find_card(people, note.author);
        if (author == nullptr) continue;
        const auto* cover = note.media.empty() ? nullptr : find_card(pictures, note.media.front());
        const bool is_liked = std::find(liked.begin(), liked.end(), note.id) != liked.end();
        out.push_back({note.id, *author, note.state, note.visibility, note.title, cover ? std::optional(*cover) : std::nullopt, note.disclosed(),
                       counters_of(counts), is_liked, note.version, if_set(note.published_at), if_set(note.due_at)});
    }
    return out;
}

}  // namespace meadow::community
