#include "modules/community/follows/list_follows.hpp"

#include <algorithm>

#include "modules/community/follows/store.hpp"

namespace meadow::community {
namespace {

using List = std::vector<store::FollowRow> (*)(db::ReadTx&, UserId, Cursor, std::int64_t);

Result<Page<identity::PersonCard>> list(ReadCtx& ctx, const ListFollows& in, List rows_of)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto rows = page_of(rows_of(ctx.tx, in.user, *cursor, in.limit + 1), in.limit,
                              [](const store::FollowRow& row) { return Cursor{row.since.us, row.user.value}; });

    std::vector<UserId> ids;
    for (const auto& row : rows.items) ids.push_back(row.user);
    const auto cards = identity::person_cards(ctx.tx, ids);
    Page<identity::PersonCard> page;
    page.next = rows.next;
    for (const UserId id : ids) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == id; });
        if (card != cards.end()) page.items.push_back(*card);
    }
    return page;
}

}  // namespace

Result<Page<identity::PersonCard>> list_following(ReadCtx& ctx, const ListFollows& in) { return list(ctx, in, store::list_following); }
Result<Page<identity::PersonCard>> list_followers(ReadCtx& ctx, const ListFollows& in) { return list(ctx, in, store::list_followers); }

}  // namespace meadow::community
