#include "modules/catalog/products/content.hpp"

#include <algorithm>
#include <map>

#include "modules/catalog/categories/store.hpp"
#include "modules/catalog/events.hpp"
#include "modules/catalog/goods_review/store.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {
namespace {

// Whether a listed product of this shop can be bought now.
bool sells(const Shop& shop, const Product& product) { return shop.state == ShopState::open && !product.hidden; }

}  // namespace

std::vector<MediaId> pictures_in(const ProductContent& content)
{
    std::vector<MediaId> out = content.pictures;
    for (const SkuContent& sku : content.skus)
        if (sku.picture) out.push_back(*sku.picture);
    return out;
}

Done check_content(WriteCtx& ctx, const ProductContent& content, const std::vector<MediaId>& shown, const std::string& at)
{
    auto faults = check(content, {most_price(ctx), most_tax(ctx), most_commission(ctx)}, at);
    if (!faults.empty()) return refuse(bad_input, "", std::move(faults));
    if (!store::can_sell_in(ctx.tx, content.category))
        return refuse(unknown_category, "See the list of categories", {{at + "/category", "is not one of the second level"}});

    std::vector<MediaId> fresh = pictures_in(content);
    std::erase_if(fresh, [&](MediaId id) { return std::find(shown.begin(), shown.end(), id) != shown.end(); });
    if (!media::use(ctx.tx, ctx.who.user, fresh)) return refuse(foreign_picture);
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

Done require_trading(const Shop& shop)
{
    if (shop.state == ShopState::frozen || shop.state == ShopState::closed) return refuse(shop_not_trading);
    return done();
}

Done apply_content(WriteCtx& ctx, const Shop& shop, const Product& product, const ProductContent& content)
{
    Product changed = product;
    put_content(changed, content);
    if (!store::set_content(ctx.tx, changed, product.version)) return refuse(stale);
    put_skus(ctx, changed, content);
    if (product.state == ProductState::listed && sells(shop, product)) ctx.tell(ProductListed{shop.id, product.id});
    return done();
}

Done save_edit(WriteCtx& ctx, const Shop& shop, const Product& product, const ProductContent& content)
{
    if (product.state == ProductState::in_review) return refuse(illegal_move, "It is in review: take it back first");
    if (product.state == ProductState::discarded) return refuse(illegal_move, "It is discarded");
    if (!edit_waits(shop.profile, product.state)) return apply_content(ctx, shop, product, content);
    if (!store::bump_version(ctx.tx, product)) return refuse(stale);
    store::put_pending(ctx.tx, shop.id, product.id, {ChangeState::waiting, content, "", ctx.who.user, ctx.now});
    store::enqueue(ctx.tx, product.id, shop.id, ctx.now);
    return done();
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
    if (to == ProductState::in_review) store::enqueue(ctx.tx, product.id, shop.id, ctx.now);
    if (product.state == ProductState::in_review || to == ProductState::discarded) store::dequeue(ctx.tx, product.id);
    if (to == ProductState::discarded) store::delete_pending(ctx.tx, shop.id, product.id);
    if (is_listed && sells(shop, product)) ctx.tell(ProductListed{shop.id, product.id});
    if (was_listed && sells(shop, product)) ctx.tell(ProductWithdrawn{shop.id, product.id});
    return done();
}

}  // namespace meadow::catalog
