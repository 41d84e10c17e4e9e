#include "modules/catalog/staff/list_my_shops.hpp"

#include <algorithm>

#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {

Result<MyShops> list_my_shops(ReadCtx& ctx, const Nothing&)
{
    const std::vector<ShopId> shops = store::shops_of(ctx.tx, ctx.who.user);
    const std::vector<ShopCard> cards = shop_cards(ctx.tx, shops);
    MyShops mine;
    for (const store::Part& part : store::parts_of(ctx.tx, ctx.who.user, shops)) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const ShopCard& c) { return c.id == part.shop; });
        mine.items.push_back({*card, part.may, part.state});
    }
    return mine;
}

}  // namespace meadow::catalog
