#include "modules/catalog/staff/list_staff.hpp"

#include <algorithm>

#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {

std::vector<StaffView> view_of(ReadCtx& ctx, const std::vector<Staff>& rows)
{
    std::vector<UserId> ids;
    for (const Staff& staff : rows) ids.push_back(staff.user);
    const auto cards = identity::person_cards(ctx.tx, ids);
    std::vector<StaffView> views;
    for (const Staff& staff : rows) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == staff.user; });
        if (card != cards.end()) views.push_back({*card, staff.may, staff.state, staff.since});
    }
    return views;
}

Result<StaffList> list_staff(ReadCtx& ctx, const ListStaff& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::support));
    return StaffList{view_of(ctx, store::list_staff(ctx.tx, in.shop))};
}

}  // namespace meadow::catalog
