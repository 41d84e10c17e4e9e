#include "modules/creators/wallet/list_note_sales.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"

namespace meadow::creators {

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
    for (const auto& row : rows.items) authors.push_back(row.author);
    const auto cards = identity::person_cards(ctx.tx, authors);
    Page<NoteSalesCard> page;
    page.next = rows.next;
    for (const auto& row : rows.items) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == row.author; });
        page.items.push_back({row, card == cards.end() ? std::nullopt : std::optional(*card)});
    }
    return page;
}

}  // namespace meadow::creators
