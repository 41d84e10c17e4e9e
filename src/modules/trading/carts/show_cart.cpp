#include "modules/trading/carts/show_cart.hpp"

#include <algorithm>

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/trading/carts/store.hpp"
#include "modules/trading/offers/show_offer.hpp"
#include "modules/trading/orders/price_order.hpp"
#include "modules/trading/terms/store.hpp"

namespace meadow::trading {
namespace {

using Lines = std::vector<CartLine>;

CartShop show_shop(ReadCtx& ctx, const catalog::ShopCard& shop, Lines::const_iterator first, Lines::const_iterator last)
{
    std::vector<SkuId> skus;
    std::transform(first, last, std::back_inserter(skus), [](const CartLine& line) { return line.sku; });
    const auto offers = catalog::sku_offers(ctx.tx, shop.id, skus);
    const auto stock = fulfilment::available_stock(ctx.tx, shop.id, skus);

    CartShop out;
    out.shop = shop;
    std::vector<catalog::SkuOffer> buyable;
    std::vector<std::int64_t> counts;
    for (; first != last; ++first) {
        const auto offer = std::find_if(offers.begin(), offers.end(), [&](const auto& o) { return o.sku == first->sku; });
        const auto pieces = std::find_if(stock.begin(), stock.end(), [&](const auto& s) { return s.sku == first->sku; });
        CartItem item;
        item.sku = first->sku;
        item.seen_price = first->seen_price;
        item.count = first->count;
        item.note = first->note;
        item.available = pieces == stock.end() ? 0 : pieces->count;
        if (offer != offers.end()) {
            item.product = offer->product;
            item.title = offer->title;
            item.spec = offer->spec;
            item.picture = offer->picture;
            item.price = offer->price;
        }
        item.flag = flag_of(*first, offer != offers.end() && offer->on_sale, item.price, item.available);
        if (can_be_bought(item.flag)) {
            buyable.push_back(*offer);
            counts.push_back(item.count);
        }
        out.items.push_back(std::move(item));
    }
    if (!buyable.empty()) {
        const Pricing pricing = price_offers(store::find_terms(ctx.tx, shop.id), buyable, counts);
        out.total = pricing.total();
        out.price = pricing.explanation;
        out.terms = pricing.terms;
    }
    return out;
}

}  // namespace

Result<CartView> show_cart(ReadCtx& ctx, const Nothing&)
{
    const Lines lines = store::list_lines(ctx.tx, ctx.who.user);
    std::vector<ShopId> shops;
    for (const CartLine& line : lines)
        if (shops.empty() || shops.back() != line.shop) shops.push_back(line.shop);
    const auto cards = catalog::shop_cards(ctx.tx, shops);

    CartView view;
    view.lines = std::int64_t(lines.size());
    view.ships_within_hours = ship_within(ctx) / 1h;
    for (auto first = lines.begin(); first != lines.end();) {
        const auto last = std::find_if(first, lines.end(), [&](const CartLine& line) { return line.shop != first->shop; });
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == first->shop; });
        catalog::ShopCard nameless;
        nameless.id = first->shop;
        view.shops.push_back(show_shop(ctx, card == cards.end() ? nameless : *card, first, last));
        first = last;
    }
    return view;
}

}  // namespace meadow::trading
