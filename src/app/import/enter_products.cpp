#include <cmath>

#include "app/import/desk.hpp"
#include "app/import/rows.hpp"
#include "modules/catalog/products/change_product_state.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::app {
namespace {

// Nothing when it has more than two decimals.
std::optional<Money> money_of(Yuan yuan)
{
    const double fen = yuan * 100;
    if (!(std::abs(fen) < 1e12) || std::abs(fen - std::round(fen)) > 1e-6) return {};
    return Money{std::int64_t(std::llround(fen))};
}

Result<catalog::ProductContent> content_of(const ProductRow& row, std::vector<MediaId> pictures)
{
    catalog::ProductContent out;
    out.title = row.title;
    out.description = row.description.value_or(Text<0, 500>{});
    out.pictures = {std::move(pictures)};
    out.category = row.category;
    out.tax = {row.tax ? row.tax->value : 1300};
    out.commission = {row.commission ? row.commission->value : 0};
    catalog::SkuContent sku;
    const auto price = money_of(row.price);
    if (!price) return refuse(bad_input, "", {{"/price", "is in yuan, with at most two decimals"}});
    sku.price = *price;
    if (row.market_price) {
        sku.market_price = money_of(*row.market_price);
        if (!sku.market_price) return refuse(bad_input, "", {{"/market_price", "is in yuan, with at most two decimals"}});
    }
    sku.stock = row.stock.value_or(0);
    out.skus.push_back(std::move(sku));
    return out;
}

Result<catalog::ProductContent> checked_content(WriteCtx& ctx, Desk& desk, const ProductRow& row, const std::vector<MediaId>& shown)
{
    std::vector<MediaId> pictures = shown;
    if (pictures.empty())
        for (const std::string& name : desk.pictures.named(row.pictures.value_or(NameList{}), row.id))
            pictures.push_back(desk.pictures.give(ctx, ctx.who.user, name, desk.pictures_kept));
    const auto content = TRY(content_of(row, std::move(pictures)));
    TRY(catalog::check_content(ctx, content, shown, ""));
    return content;
}

Result<ProductId> create(WriteCtx& ctx, Desk& desk, const ProductRow& row, const catalog::Shop& shop)
{
    TRY(catalog::require_trading(shop));
    const auto content = TRY(checked_content(ctx, desk, row, {}));
    if (!catalog::store::count_items(ctx.tx, shop.id, +1, 0, shop.profile == catalog::ShopProfile::light ? catalog::most_light_items(ctx) : INT64_MAX))
        return refuse(catalog::shop_full);
    catalog::Product product;
    product.shop = shop.id;
    product.id = ctx.new_id<ProductId>();
    product.created_at = ctx.now;
    catalog::put_content(product, content);
    catalog::store::insert_product(ctx.tx, product);
    catalog::put_skus(ctx, product, content);
    TRY(catalog::offer(ctx, shop, product));
    return product.id;
}

// Pictures stay as they are: people may have put better ones up meanwhile.
Done change(WriteCtx& ctx, Desk& desk, const ProductRow& row, const catalog::Shop& shop, ProductId id)
{
    const auto product = catalog::store::find_product(ctx.tx, shop.id, id);
    if (!product) return refuse(not_found);
    return catalog::save_edit(ctx, shop, *product, TRY(checked_content(ctx, desk, row, catalog::detail_of(*product).pictures)));
}

}  // namespace

void enter_products(Desk& desk, Rows<ProductRow> rows)
{
    std::vector<std::string_view> names, shops;
    for (const auto& one : rows) {
        names.push_back(one.row.id);
        shops.push_back(one.row.shop);
    }
    desk.names.look_up(Kind::product, names);
    desk.names.look_up(Kind::shop, shops);
    desk.each_changed<ProductId>(Kind::product, rows, [&](const Numbered<ProductRow>& one, ProductId known) -> std::optional<ProductId> {
        const auto shop_id = desk.needs<ShopId>(one.line, "shop", Kind::shop, one.row.shop);
        if (!shop_id) return {};
        if (desk.dry) {
            const auto content = content_of(one.row, {});
            if (content.ok()) return known;
            desk.reject(one.line, content.refusal());
            return {};
        }
        const auto shop = catalog::store::find_shop(desk.ctx.tx, *shop_id);
        if (!shop) {
            desk.reject(one.line, "shop", "is gone");
            return {};
        }
        ProductId id = known;
        const auto enter = [&](WriteCtx& ctx) -> Done {
            if (known) return change(ctx, desk, one.row, *shop, known);
            id = TRY(create(ctx, desk, one.row, *shop));
            return done();
        };
        if (!desk.guarded(shop->owner, one.line, enter)) return {};
        return id;
    });
}

}  // namespace meadow::app
