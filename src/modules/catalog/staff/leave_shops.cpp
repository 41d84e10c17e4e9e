#include "modules/catalog/staff/leave_shops.hpp"

#include "modules/catalog/applications/store.hpp"
#include "modules/catalog/shops/move_shop.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {

bool leave_shops(WriteCtx& ctx, UserId user)
{
    constexpr std::int64_t piece = 1000;
    const std::vector<ShopId> shops = store::shops_of(ctx.tx, user);
    for (const ShopId id : shops) {
        const auto shop = store::find_shop(ctx.tx, id);
        if (shop && shop->owner == user && shop->state != ShopState::closed) {
            const Actor by = shop->state == ShopState::frozen ? Actor::platform : Actor::merchant;
            (void)move_shop(ctx, *shop, ShopState::closed, by, "its founder left");
        }
        store::delete_staff(ctx.tx, id, user);
    }
    store::delete_unapproved_application(ctx.tx, user);
    return !shops.empty() || store::delete_followers(ctx.tx, user, piece) == piece;
}

}  // namespace meadow::catalog
