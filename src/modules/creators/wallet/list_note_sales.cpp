#include "modules/creators/wallet/list_note_sales.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"

namespace meadow::creators {
namespace {

template <class Card, class SomeId>
const Card* named(const std::vector<Card>& cards, SomeId id)
{
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.id == id; });
    return found == cards.end() ? nullptr : &*found;
}

}  // namespace

Result<Page<NoteSalesCard>> list_note_sales(ReadCtx& ctx, const ListNoteSales& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    Cursor cursor{0, 0};
    if (in.cursor && !in.cursor->empty()) {
        const auto given = parse_cursor(*in.cursor);
        if (!given) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
        cursor = *given;
    }
    const auto rows = page_of(store::list_note_sales(ctx.tx, in.shop, in.product, ProductId{cursor.first}, NoteId{cursor.second}, in.limit + 1),
                              in.limit, [](const auto& row) { return Cursor{row.product.value, row.note.value}; });
    std::vector<UserId> authors;
    std::vector<ProductId> products;
    std::vector<NoteId> notes;
    for (const auto& row : rows.items) {
        authors.push_back(row.author);
        products.push_back(row.product);
        notes.push_back(row.note);
    }
    const auto people = identity::person_cards(ctx.tx, authors);
    const auto goods = catalog::product_cards(ctx.tx, products);
    const auto told = community::public_notes(ctx.tx, notes);
    Page<NoteSalesCard> page;
    page.next = rows.next;
    for (const auto& row : rows.items) {
        NoteSalesCard& card = page.items.emplace_back(NoteSalesCard{row, {}, "", "", {}});
        if (const auto* person = named(people, row.author)) card.author = *person;
        if (const auto* product = named(goods, row.product)) card.product_title = product->title;
        const auto* note = named(told, row.note);
        if (note == nullptr) continue;
        card.note_title = note->title;
        if (!note->media.empty()) card.note_cover = note->media.front();
    }
    return page;
}

}  // namespace meadow::creators
