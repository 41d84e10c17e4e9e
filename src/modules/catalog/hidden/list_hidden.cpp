#include "modules/catalog/hidden/list_hidden.hpp"

#include <algorithm>

#include "base/patterns.hpp"
#include "modules/catalog/hidden/store.hpp"

namespace meadow::catalog {
namespace {

template <class Id>
Result<Page<HiddenListing>> shown(ReadCtx& ctx, const ListHidden& in, std::vector<store::Hidden<Id>> (*find)(db::ReadTx&, const std::string&, Id, std::int64_t))
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    auto rows = page_of(find(ctx.tx, like_pattern(in.q ? std::string_view(*in.q) : ""), Id{cursor->first}, in.limit + 1), in.limit,
                        [](const auto& row) { return Cursor{row.id.value, 0}; });
    std::vector<UserId> ids;
    for (const auto& row : rows.items) ids.push_back(row.by);
    const auto people = identity::person_cards(ctx.tx, ids);
    Page<HiddenListing> page;
    page.next = rows.next;
    for (auto& row : rows.items) {
        const auto by = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == row.by; });
        page.items.push_back({text(row.id), std::move(row.title), std::move(row.text), by == people.end() ? std::nullopt : std::optional(*by), row.at});
    }
    return page;
}

}  // namespace

Result<Page<HiddenListing>> list_hidden_products(ReadCtx& ctx, const ListHidden& in) { return shown(ctx, in, store::hidden_products); }
Result<Page<HiddenListing>> list_hidden_reviews(ReadCtx& ctx, const ListHidden& in) { return shown(ctx, in, store::hidden_reviews); }

}  // namespace meadow::catalog
