#include "modules/creators/wallet/list_author_sales.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"

namespace meadow::creators {

Result<Page<AuthorSalesCard>> list_author_sales(ReadCtx& ctx, const ListAuthorSales& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    Cursor cursor{0, 0};
    if (in.cursor && !in.cursor->empty()) {
        const auto given = parse_cursor(*in.cursor);
        if (!given) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
        cursor = *given;
    }
    const auto rows = page_of(store::list_author_sales(ctx.tx, in.shop, UserId{cursor.first}, in.limit + 1), in.limit,
                              [](const store::AuthorSales& row) { return Cursor{row.author.value, 0}; });
    std::vector<UserId> ids;
    for (const auto& row : rows.items) ids.push_back(row.author);
    const auto people = identity::person_cards(ctx.tx, ids);
    Page<AuthorSalesCard> page;
    page.next = rows.next;
    for (const auto& row : rows.items) {
        const auto person = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == row.author; });
        page.items.push_back({row, person == people.end() ? std::nullopt : std::optional(*person)});
    }
    return page;
}

}  // namespace meadow::creators
