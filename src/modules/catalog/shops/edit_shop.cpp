#include "modules/catalog/shops/edit_shop.hpp"

#include "modules/catalog/events.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::catalog {

Done check_licence(std::string_view company, std::string_view licence)
{
    if (company.empty() != licence.empty()) return refuse(bad_input, "", {{"/licence", "comes together with the company's name"}});
    if (!licence.empty() && !well_formed_licence(licence))
        return refuse(bad_input, "", {{"/licence", "is not a unified social credit code"}});
    return done();
}

Result<ShopView> edit_shop(WriteCtx& ctx, const EditShop& in)
{
    TRY(require_right(ctx.tx, ctx.who, in.shop, Right::owner));
    Shop shop = *store::find_shop(ctx.tx, in.shop);
    const std::string old_name = fold_name(shop.name), shown_before = shop.name;
    if (in.logo && *in.logo && *in.logo != shop.logo && !media::use(ctx.tx, ctx.who.user, {*in.logo}))
        return refuse(foreign_picture);

    const auto change = [](const auto& wanted, std::string& present) {
        if (wanted) present = *wanted;
    };
    change(in.name, shop.name);
    change(in.intro, shop.intro);
    change(in.city, shop.city);
    change(in.company, shop.company);
    change(in.licence, shop.licence);
    shop.logo = in.logo.value_or(shop.logo);
    TRY(check_licence(shop.company, shop.licence));

    if (const std::string name = fold_name(shop.name); name != old_name) {
        if (!store::claim_shop_name(ctx.tx, name, shop.id)) return refuse(shop_name_taken);
        store::free_shop_name(ctx.tx, old_name);
    }
    store::set_shop_face(ctx.tx, shop);
    enter_in_log(ctx, shop.id, "shop_edited", {}, shop.name);
    if (shop.name != shown_before) ctx.tell(ShopTurned{shop.id, {}});   // its products carry its name
    return show_shop(ctx, {shop.id});
}

}  // namespace meadow::catalog
