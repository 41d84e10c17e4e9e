#include "modules/catalog/products/content.hpp"

#include <algorithm>
#include <map>

#include "modules/catalog/categories/store.hpp"
#include "modules/catalog/events.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {

std::vector<MediaId> pictures_in(const ProductContent& content)
{
    std::vector<MediaId> out = content.pictures;
    for (const SkuContent& sku : content.skus)
        if (sku.picture) out.push_back(*sku.picture);
    return out;
}

Done check_content(ReadCtx& ctx, const ProductContent& content, const std::vector<MediaId>& shown, const std::string& at)
{
    auto faults = check(content, {most_price(ctx), most_tax(ctx), most_commission(ctx)}, at);
    if (!faults.empty()) return refuse(bad_input, "", std::move(faults));
    if (!store::can_sell_in(ctx.tx, content.category))
        return refuse(unknown_category, "See the list of categories", {{at + "/category", "is not one of the second level"}});

    std::vector<MediaId> fresh = pictures_in(content);
    std::erase_if(fresh, [&](MediaId id) { return std::find(shown.begin(), shown.end(), id) != shown.end(); });
    if (!media::all_owned_by(ctx.tx, ctx.who.user, fresh)) return refuse(foreign_picture);
    return done();
}

void put_skus(WriteCtx& ctx, const Product& product, const ProductContent& content)
{
    std::map<std::string, Sku> known;
    for (Sku& sku : store::list_skus(ctx.tx, product.shop, product.id)) known.emplace(sku.spec, sku);
    for (const SkuContent& wanted : content.skus) {
        Sku sku = sku_of(wanted);
        sku.product = product.id;
        if (const auto same = known.extract(sku.spec); !same.empty()) {
            sku.id = same.mapped().id;
            store::set_sku(ctx.tx, product.shop, sku);
            continue;
        }
        sku.id = ctx.new_id<SkuId>();
        store::insert_sku(ctx.tx, product.shop, sku);
        ctx.tell(SkuAdded{product.shop, product.id, sku.id, wanted.stock.value_or(0)});
    }
    for (auto& [spec, sku] : known) {
        if (sku.state == SkuState::retired) continue;
        sku.state = SkuState::retired;
        store::set_sku(ctx.tx, product.shop, sku);
    }
}

Done move_product(WriteCtx& ctx, const Shop& shop, const Product& product, ProductState to, Actor by, std::string_view reason)
{
    if (!may_move(product.state, to, by)) return refuse(illegal_move, "It is " + name_of(product.state));
    if (!store::set_product_state(ctx.tx, product, to, ctx.now)) return refuse(stale);

    const auto change = [](bool before, bool after) { return std::int64_t{after} - std::int64_t{before}; };
    const bool was_listed = product.state == ProductState::listed, is_listed = to == ProductState::listed;
    const std::int64_t items = change(takes_place(product.state), takes_place(to));
    const std::int64_t most = shop.profile == ShopProfile::light && items > 0 ? most_light_items(ctx) : INT64_MAX;
    if (!store::count_items(ctx.tx, shop.id, items, change(was_listed, is_listed), most)) return refuse(shop_full);

    store::insert_product_move(ctx.tx, shop.id, product.id,
                               {ctx.ids.next(), product.state, to, ctx.who.user, std::string(reason), ctx.now});
    if (is_listed)
        ctx.tell(ProductListed{shop.id, product.id});
    else if (was_listed)
        ctx.tell(ProductWithdrawn{shop.id, product.id});
    return done();
}

}  // namespace meadow::catalog
