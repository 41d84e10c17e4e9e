#include "modules/catalog/shop_log/list_shop_log.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/catalog/paging.hpp"
#include "modules/catalog/shop_log/store.hpp"

namespace meadow::catalog {

Result<Page<ShopLogLine>> list_shop_log(ReadCtx& ctx, const ListShopLog& in)
{
    if (!ctx.who.is(Role::operator_)) TRY(require_right(ctx.tx, ctx.who, in.shop, Right::owner));
    const Cursor cursor = TRY(newest_first(in.cursor));
    auto rows = page_of(store::list_log(ctx.tx, in.shop, in.by, cursor.first, in.limit + 1), in.limit,
                        [](const store::LogEntry& e) { return Cursor{e.id, 0}; });
    std::vector<UserId> ids;
    for (const store::LogEntry& entry : rows.items) ids.push_back(entry.by);
    const auto people = identity::person_cards(ctx.tx, ids);
    Page<ShopLogLine> page;
    page.next = rows.next;
    for (store::LogEntry& entry : rows.items) {
        const auto person = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == entry.by; });
        page.items.push_back({std::move(entry.action), std::move(entry.about), std::move(entry.words), entry.by,
                              person == people.end() ? std::nullopt : std::optional(*person), std::move(entry.address), entry.at});
    }
    return page;
}

}  // namespace meadow::catalog
