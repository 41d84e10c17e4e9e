#include "modules/catalog/shops/open_shop.hpp"

#include "modules/catalog/events.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/catalog/staff/store.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {

Result<Shop> found_shop(WriteCtx& ctx, Shop shop)
{
    shop.id = ctx.new_id<ShopId>();
    shop.state = ShopState::open;
    shop.opened_at = ctx.now;
    if (!store::count_shops(ctx.tx, shop.owner, +1, most_shops(ctx))) return refuse(too_many_shops);
    if (!store::claim_shop_name(ctx.tx, fold_name(shop.name), shop.id)) return refuse(shop_name_taken);
    store::insert_shop(ctx.tx, shop);
    store::insert_staff(ctx.tx, shop.id, {shop.owner, Right::owner, StaffState::active, shop.owner, ctx.now});
    ctx.tell(ShopOpened{shop.id, shop.owner});
    return shop;
}

Result<ShopView> open_shop(WriteCtx& ctx, const OpenShop& in)
{
    if (in.logo && !media::use(ctx.tx, ctx.who.user, {*in.logo})) return refuse(foreign_picture);
    Shop shop;
    shop.name = in.name;
    shop.intro = in.intro;
    shop.city = in.city;
    shop.logo = in.logo.value_or(MediaId{});
    shop.owner = ctx.who.user;
    shop.profile = ShopProfile::light;
    return show_shop(ctx, {TRY(found_shop(ctx, shop)).id});
}

}  // namespace meadow::catalog
