#include "modules/identity/blocks/list_blocks.hpp"

#include <algorithm>

#include "modules/identity/blocks/store.hpp"

namespace meadow::identity {

Result<Page<PersonCard>> list_blocks(ReadCtx& ctx, const ListBlocks& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto rows = page_of(store::list_blocks(ctx.tx, ctx.who.user, cursor->first, in.limit + 1), in.limit,
                              [](const store::BlockRow& row) { return Cursor{row.blocked.value, 0}; });
    std::vector<UserId> ids;
    for (const auto& row : rows.items) ids.push_back(row.blocked);
    Page<PersonCard> page;
    page.items = person_cards(ctx.tx, ids);
    page.next = rows.next;
    std::sort(page.items.begin(), page.items.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
    return page;
}

}  // namespace meadow::identity
