#include "modules/trading/orders/price_order.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "modules/trading/addresses/store.hpp"
#include "modules/trading/ledger/model.hpp"
#include "modules/trading/orders/buyer_orders.hpp"
#include "modules/trading/refusals.hpp"
#include "modules/trading/terms/store.hpp"
#include "text/yuan_text.hpp"

namespace meadow::trading {
namespace {

std::string line_at(std::size_t i) { return "/lines/" + std::to_string(i); }

Result<std::vector<SkuId>> skus_of(const WantedOrder& in)
{
    std::vector<SkuId> skus;
    for (const WantedLine& line : in.lines) {
        if (std::find(skus.begin(), skus.end(), line.sku) != skus.end())
            return refuse(bad_input, "", {{line_at(skus.size()), "names a SKU that stands above already"}});
        skus.push_back(line.sku);
    }
    return skus;
}

// The offers of the wanted SKUs, in the order of the lines.
Result<std::vector<catalog::SkuOffer>> in_order(const std::vector<SkuId>& skus, const std::vector<catalog::SkuOffer>& found)
{
    std::vector<catalog::SkuOffer> out;
    std::vector<FieldFault> missing;
    for (std::size_t i = 0; i < skus.size(); ++i) {
        const auto offer = std::find_if(found.begin(), found.end(), [&](const auto& o) { return o.sku == skus[i]; });
        if (offer == found.end() || !offer->on_sale) missing.push_back({line_at(i), "is not on sale"});
        else out.push_back(*offer);
    }
    if (!missing.empty()) return refuse(not_on_sale, "", std::move(missing));
    return out;
}

std::string name_of_offer(const catalog::SkuOffer& offer) { return offer.spec.empty() ? offer.title : offer.title + " " + offer.spec; }

Refusal new_price(const Pricing& pricing)
{
    std::vector<FieldFault> why;
    for (const PriceLine& line : pricing.explanation)
        why.push_back({"/expected_total", line.step + ": " + line.what + " " + lang::yuan_text(line.included.value_or(line.amount))});
    return refuse(price_changed, "It is now " + lang::yuan_text(pricing.total()) + " (" + std::to_string(pricing.total().minor) + " fen)", std::move(why));
}

}  // namespace

Pricing price_offers(const ShopTerms& terms, const std::vector<catalog::SkuOffer>& offers, const std::vector<std::int64_t>& counts)
{
    Pricing pricing;
    pricing.terms = terms;
    for (std::size_t i = 0; i < offers.size(); ++i)
        pricing.lines.push_back({name_of_offer(offers[i]), offers[i].price, counts[i], offers[i].tax, {}, {}, {}});
    return priced(std::move(pricing));
}

Result<PricedOrder> price_order(ReadCtx& ctx, const WantedOrder& in)
{
    const auto skus = TRY(skus_of(in));
    auto asked_offers = catalog::ask_sku_offers(ctx.tx, in.shop, skus);
    auto asked_address = store::ask_address(ctx.tx, ctx.who.user, in.address);
    auto asked_terms = store::ask_terms(ctx.tx, in.shop);

    const auto found = asked_offers.all();
    if (found.empty() && catalog::shop_cards(ctx.tx, {in.shop}).empty()) return refuse(not_found);
    if (!found.empty() && found.front().shop_owner == ctx.who.user) return refuse(own_shop);
    const auto offers = TRY(in_order(skus, found));
    const auto address = asked_address.one();
    if (!address) return refuse(bad_address, "", {{"/address", "is not in your address book"}});

    std::vector<std::int64_t> counts;
    for (const WantedLine& line : in.lines) counts.push_back(line.count);
    const Pricing pricing = price_offers(asked_terms.one().value_or(ShopTerms{}), offers, counts);
    if (pricing.total() != in.expected_total) return new_price(pricing);

    OrderPapers papers;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const catalog::SkuOffer& offer = offers[i];
        const PricedLine& line = pricing.lines[i];
        papers.lines.push_back({offer.sku, offer.product, offer.title, offer.spec, offer.picture, offer.price, line.count, line.goods, line.shipping,
                                line.paid(), offer.tax, line.tax, offer.commission, in.lines[i].note});
    }
    papers.destination = {address->receiver, address->phone, address->province, address->city, address->district, address->detail};
    papers.price = pricing.explanation;

    PricedOrder out;
    const bool light = offers.front().shop_profile == catalog::ShopProfile::light;
    out.settlement = light ? Settlement::instant : Settlement::escrow;
    out.total = pricing.total();
    out.fee = share(pricing.goods(), light ? fee_of_light_shops(ctx) : fee_of_pop_shops(ctx));
    out.lines = lines_of(papers);
    out.papers = to_json(papers);
    out.shown = to_json(shown_lines(papers));
    out.offers = offers;
    out.terms = pricing.terms;
    return out;
}

Standing ask_standing(db::ReadTx& tx, ShopId shop, const PricedOrder& priced)
{
    std::vector<SkuId> skus;
    for (const catalog::SkuOffer& offer : priced.offers) skus.push_back(offer.sku);
    return {catalog::ask_sku_offers(tx, shop, skus), store::ask_terms(tx, shop)};
}

Done still_offered(Standing standing, const PricedOrder& priced)
{
    const auto now = standing.offers.all();
    std::vector<FieldFault> gone, changed;
    for (std::size_t i = 0; i < priced.offers.size(); ++i) {
        const catalog::SkuOffer& seen = priced.offers[i];
        const auto offer = std::find_if(now.begin(), now.end(), [&](const auto& o) { return o.sku == seen.sku; });
        if (offer == now.end() || !offer->on_sale) gone.push_back({line_at(i), "is not on sale"});
        else if (offer->price != seen.price || offer->tax != seen.tax || offer->commission != seen.commission)
            changed.push_back({line_at(i), "costs " + lang::yuan_text(offer->price) + " now"});
    }
    if (!gone.empty()) return refuse(not_on_sale, "", std::move(gone));
    if (!changed.empty()) return refuse(price_changed, "It changed this very moment", std::move(changed));
    if (standing.terms.one().value_or(ShopTerms{}) != priced.terms) return refuse(price_changed, "The shop changed its shipping fees this very moment");
    return done();
}

}  // namespace meadow::trading
