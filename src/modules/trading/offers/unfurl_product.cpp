#include "modules/trading/offers/unfurl_product.hpp"

#include <algorithm>

#include "http/html.hpp"
#include "http/unfurl.hpp"
#include "modules/media/media.hpp"
#include "modules/trading/offers/show_offer.hpp"

namespace meadow::trading {
namespace {

using http::JsonLd;
using http::price_text;

std::string picture_path(MediaId id) { return "/media/" + text(id) + "/1080.jpg"; }

std::string_view availability(const Offer& offer)
{
    const bool some = std::any_of(offer.skus.begin(), offer.skus.end(), [](const OfferSku& s) { return s.on_sale && s.available > 0; });
    if (!offer.on_sale) return "https://schema.org/Discontinued";
    return some ? "https://schema.org/InStock" : "https://schema.org/OutOfStock";
}

// Every SKU has a price, on sale or not, so there is always a lowest one.
std::pair<Money, Money> price_range(const Offer& offer)
{
    const auto [low, high] = std::minmax_element(offer.skus.begin(), offer.skus.end(),
                                                 [](const OfferSku& a, const OfferSku& b) { return a.price < b.price; });
    return {low->price, high->price};
}

JsonLd data_of(const catalog::ProductSheet& sheet, const Offer& offer, const http::AppShell& shell)
{
    const auto [low, high] = price_range(offer);
    std::vector<std::string> pictures;
    for (const MediaId picture : sheet.pictures) pictures.push_back(shell.address(picture_path(picture)));
    const std::string address = shell.address("/products/" + text(offer.product));
    JsonLd data("Product");
    data.set("url", address).set("name", sheet.title).set("description", sheet.description).set("image", pictures);
    data.set("offers", JsonLd("AggregateOffer")
                           .set("url", address)
                           .set("priceCurrency", "CNY")
                           .set("lowPrice", price_text(low.minor))
                           .set("highPrice", price_text(high.minor))
                           .set("offerCount", std::int64_t(offer.skus.size()))
                           .set("availability", availability(offer))
                           .set("seller", JsonLd("Organization").set("name", offer.shop.name).set("url", shell.address("/shops/" + text(offer.shop.id)))));
    if (sheet.ratings > 0) data.set("aggregateRating", http::rating_data(sheet.ratings, sheet.stars));
    return data;
}

std::string body_of(const catalog::ProductSheet& sheet, const Offer& offer)
{
    std::string out = "<article><h1>" + http::escaped(sheet.title) + "</h1>";
    for (const MediaId picture : sheet.pictures) out += "<img src=\"" + picture_path(picture) + "\" alt=\"\" loading=\"lazy\">";
    out += "<p>" + http::escaped(sheet.description) + "</p><ul>";
    for (const OfferSku& sku : offer.skus)
        out += "<li>" + http::escaped(sku.spec.empty() ? sheet.title : sku.spec) + " ¥" + price_text(sku.price.minor) +
               (sku.on_sale && sku.available > 0 ? "" : " · 售罄 sold out") + "</li>";
    return out + "</ul><p><a href=\"/shops/" + text(offer.shop.id) + "\">" + http::escaped(offer.shop.name) + "</a></p></article>";
}

}  // namespace

Result<http::Content> unfurl_product(ReadCtx& ctx, const UnfurlProduct& in)
{
    const http::AppShell& shell = ctx.outside<http::AppShell>();
    const auto id = parse_id(ProductId::prefix(), in.product);
    const auto sheet = id ? catalog::product_sheet(ctx.tx, ProductId{*id}) : std::nullopt;
    if (!sheet) return shell.missing();
    const Offer offer = TRY(show_offer(ctx, {ProductId{*id}}));
    if (offer.skus.empty()) return shell.missing();

    http::Unfurled page;
    page.path = "/products/" + text(offer.product);
    page.type = "product";
    page.title = sheet->title;
    page.description = http::excerpt("¥" + price_text(price_range(offer).first.minor) + " · " + offer.shop.name + " · " + sheet->description, 160);
    page.asks = {page.path, page.path + "/offer"};
    if (!sheet->pictures.empty()) {
        page.picture = picture_path(sheet->pictures.front());
        for (const media::Picture& picture : media::pictures(ctx.tx, {sheet->pictures.front()}))
            page.pictures.push_back(http::ahead(picture.key, picture.widths, "(min-width: 60rem) 640px, 100vw"));
    }
    page.data.push_back(data_of(*sheet, offer, shell));
    page.body = body_of(*sheet, offer);
    return shell.page(page);
}

}  // namespace meadow::trading
