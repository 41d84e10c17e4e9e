#include "modules/catalog/shops/unfurl_shop.hpp"

#include "http/html.hpp"
#include "http/unfurl.hpp"
#include "modules/catalog/shops/show_shop.hpp"

namespace meadow::catalog {

Result<http::Content> unfurl_shop(ReadCtx& ctx, const UnfurlShop& in)
{
    const http::AppShell& shell = ctx.outside<http::AppShell>();
    const auto id = parse_id(ShopId::prefix(), in.shop);
    const auto found = id ? show_shop(ctx, {ShopId{*id}}) : Result<ShopView>(refuse(not_found));
    if (!found.ok() || found->state == ShopState::closed) return shell.missing();

    const ShopView& shop = *found;
    http::Unfurled page;
    page.path = "/shops/" + text(shop.id);
    page.title = shop.name;
    page.description = http::excerpt(shop.intro.empty() ? shop.name : shop.intro, 160);
    if (shop.logo) page.picture = "/media/" + text(shop.logo->id) + "/480.jpg";
    http::JsonLd data("Store");
    data.set("name", shop.name).set("url", shell.address(page.path)).set("description", shop.intro);
    if (!page.picture.empty()) data.set("logo", shell.address(page.picture));
    if (shop.rating.count > 0) data.set("aggregateRating", http::rating_data(shop.rating.count, shop.rating.sum));
    page.data.push_back(std::move(data));
    page.body = "<h1>" + http::escaped(shop.name) + "</h1><p>" + http::escaped(shop.intro) + "</p>";
    return shell.page(page);
}

}  // namespace meadow::catalog
