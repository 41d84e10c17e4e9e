#include "modules/catalog/products/show_product.hpp"

#include <algorithm>

#include "base/json_halves.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/shelf.hpp"
#include "modules/catalog/products/store.hpp"

namespace meadow::catalog {
namespace {

struct MovingPart {
    ShopCard shop;
    Rating rating;
};
BOOST_DESCRIBE_STRUCT(MovingPart, (), (shop, rating))

std::vector<media::Picture> in_order(std::vector<media::Picture> found, const std::vector<MediaId>& ids)
{
    const auto place = [&](const media::Picture& p) { return std::find(ids.begin(), ids.end(), p.id); };
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return found;
}

SkuView view_of(const Sku& sku, bool product_on_sale)
{
    SkuView view{sku.id, sku.spec, sku.choice, {}, sku.price, {}, product_on_sale && sku.state == SkuState::enabled};
    if (sku.picture) view.picture = sku.picture;
    if (sku.market_price) view.market_price = sku.market_price;
    return view;
}

// What of the page stays while the product's version does, and while it is on sale or not.
ProductView lasting_view(db::ReadTx& tx, const Product& product, bool on_sale)
{
    const std::vector<Sku> skus = store::list_skus(tx, product.shop, product.id);
    ProductContent content = content_of(product, skus);
    const std::vector<MediaId> picture_ids = pictures_in(content);
    ProductView view;
    view.id = product.id;
    view.state = product.state;
    view.on_sale = on_sale;
    view.version = product.version;
    view.title = product.title;
    view.description = std::move(content.description);
    view.pictures = in_order(media::pictures(tx, picture_ids), picture_ids);
    view.category = product.category;
    view.tax = product.tax;
    view.commission = product.commission;
    view.price_from = product.price_from;
    view.options = std::move(content.options);
    for (const Sku& sku : skus)
        if (sku.state != SkuState::retired) view.skus.push_back(view_of(sku, on_sale));
    return view;
}

Result<store::ProductInShop> visible(ReadCtx& ctx, ProductId id)
{
    auto found = store::find_product_in_shop(ctx.tx, id);
    if (!found) return refuse(not_found);
    const Product& product = found->product;
    if (product.hidden || !was_shown(product.state)) TRY(require_right(ctx.tx, ctx.who, product.shop, Right::support));
    return std::move(*found);
}

bool is_on_sale(const store::ProductInShop& at)
{
    return at.product.state == ProductState::listed && !at.product.hidden && at.shop.state == ShopState::open;
}

}  // namespace

Result<ProductView> show_product(ReadCtx& ctx, const ShowProduct& in)
{
    store::ProductInShop at = TRY(visible(ctx, in.product));
    ProductView view = lasting_view(ctx.tx, at.product, is_on_sale(at));
    view.shop = std::move(at.shop);
    view.rating = at.rating.value_or(Rating{});
    return view;
}

Result<Rendered<ProductView>> show_product_page(ReadCtx& ctx, const ShowProduct& in)
{
    store::ProductInShop at = TRY(visible(ctx, in.product));
    const bool on_sale = is_on_sale(at);
    const std::int64_t version = at.product.version * 2 + on_sale;
    ProductShelf& shelf = ctx.outside<ProductShelf>();
    auto shelved = shelf.find(in.product, version, ctx.now);
    if (!shelved) {
        const ProductView view = lasting_view(ctx.tx, at.product, on_sale);
        shelved = std::make_shared<const ShelvedProduct>(ShelvedProduct{in.product, version, first_half<ProductView, MovingPart>(view)});
        shelf.put(shelved, ctx.now);
    }
    return joined<ProductView>(shelved->json, MovingPart{std::move(at.shop), at.rating.value_or(Rating{})});
}

}  // namespace meadow::catalog
