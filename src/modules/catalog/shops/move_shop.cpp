#include "modules/catalog/shops/move_shop.hpp"

#include "modules/catalog/events.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/governance/governance.hpp"

namespace meadow::catalog {

Done move_shop(WriteCtx& ctx, const Shop& shop, ShopState to, Actor by, std::string_view reason)
{
    if (!may_move(shop.state, to, by)) return refuse(illegal_move, "The shop is " + name_of(shop.state));
    if (!store::set_shop_state(ctx.tx, shop.id, shop.state, to)) return refuse(stale);
    store::insert_shop_move(ctx.tx, shop.id, {ctx.new_id<store::ShopMoveId>(), shop.state, to, ctx.who.user, std::string(reason), ctx.now});
    if (to == ShopState::closed) {
        store::count_shops(ctx.tx, shop.owner, -1, INT64_MAX);
        store::free_shop_name(ctx.tx, fold_name(shop.name));
    }
    if ((shop.state == ShopState::open) != (to == ShopState::open)) ctx.tell(ShopTurned{shop.id, {}});
    return done();
}

Done change_shop_state(WriteCtx& ctx, const ChangeShopState& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::owner));
    TRY(move_shop(ctx, *store::find_shop(ctx.tx, in.shop), in.state, Actor::merchant, in.reason));
    enter_in_log(ctx, in.shop, "shop_moved", {}, name_of(in.state));
    return done();
}

Done rule_on_shop(WriteCtx& ctx, const ChangeShopState& in)
{
    const auto shop = store::find_shop(ctx.tx, in.shop);
    if (!shop) return refuse(not_found);
    TRY(move_shop(ctx, *shop, in.state, Actor::platform, in.reason));
    governance::audit(ctx, "catalog.rule_on_shop", {governance::SubjectKind::shop, shop->id.value}, in.reason, to_json(shop->state),
                      to_json(in.state));
    return done();
}

}  // namespace meadow::catalog
