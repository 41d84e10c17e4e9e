#include "app/import/desk.hpp"
#include "app/import/rows.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/open_shop.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::app {
namespace {

void take(catalog::Shop& shop, const ShopRow& row)
{
    shop.name = row.name;
    if (row.intro) shop.intro = *row.intro;
    if (row.city) shop.city = *row.city;
}

Result<ShopId> found(WriteCtx& ctx, const ShopRow& row, UserId owner)
{
    catalog::Shop shop;
    take(shop, row);
    shop.owner = owner;
    shop.profile = catalog::ShopProfile::light;
    return TRY(catalog::found_shop(ctx, shop)).id;
}

Done change(WriteCtx& ctx, const ShopRow& row, ShopId id)
{
    auto shop = catalog::store::find_shop(ctx.tx, id);
    if (!shop) return refuse(not_found);
    const std::string before = catalog::fold_name(shop->name);
    take(*shop, row);
    if (const std::string now = catalog::fold_name(shop->name); now != before) {
        if (!catalog::store::claim_shop_name(ctx.tx, now, id)) return refuse(catalog::shop_name_taken);
        catalog::store::free_shop_name(ctx.tx, before);
    }
    catalog::store::set_shop_face(ctx.tx, *shop);
    return done();
}

}  // namespace

void enter_shops(Desk& desk, Rows<ShopRow> rows)
{
    std::vector<std::string_view> names, owners;
    for (const auto& one : rows) {
        names.push_back(one.row.id);
        owners.push_back(one.row.owner);
    }
    desk.names.look_up(Kind::shop, names);
    desk.names.look_up(Kind::person, owners);
    desk.each_changed<ShopId>(Kind::shop, rows, [&](const Numbered<ShopRow>& one, ShopId known) -> std::optional<ShopId> {
        const auto owner = desk.needs<UserId>(one.line, "owner", Kind::person, one.row.owner);
        if (!owner) return {};
        ShopId id = known;
        const auto enter = [&](WriteCtx& ctx) -> Done {
            if (known) return change(ctx, one.row, known);
            id = TRY(found(ctx, one.row, *owner));
            return done();
        };
        if (!desk.dry && !desk.guarded(*owner, one.line, enter)) return {};
        return id;
    });
}

}  // namespace meadow::app
