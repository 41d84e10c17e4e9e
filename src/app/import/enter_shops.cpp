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
    for (const auto& one : rows) {
        const std::uint64_t line = one.line;
        const std::int64_t hash = one.content_hash;
        const ShopRow& row = one.row;
        const auto* known = desk.names.find(Kind::shop, row.id);
        if (known != nullptr && known->content_hash == hash) {
            ++desk.tally.unchanged;
            continue;
        }
        const auto owner = desk.needs<UserId>(line, "owner", Kind::person, row.owner);
        if (!owner) continue;
        if (known != nullptr) {
            const ShopId id{known->id};
            if (!desk.dry && !desk.guarded(*owner, line, [&](WriteCtx& ctx) { return change(ctx, row, id); })) continue;
            desk.names.changed(Kind::shop, row.id, hash);
            ++desk.tally.updated;
            continue;
        }
        catalog::Shop shop;
        take(shop, row);
        shop.owner = *owner;
        shop.profile = catalog::ShopProfile::light;
        const auto found = [&](WriteCtx& ctx) -> Done {
            shop = TRY(catalog::found_shop(ctx, shop));
            return done();
        };
        if (!desk.dry && !desk.guarded(*owner, line, found)) continue;
        desk.names.enter(Kind::shop, row.id, shop.id.value, hash);
        ++desk.tally.entered;
    }
}

}  // namespace meadow::app
