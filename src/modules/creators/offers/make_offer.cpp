#include "modules/creators/offers/make_offer.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"
#include "modules/creators/offers/store.hpp"
#include "modules/creators/refusals.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::creators {
namespace {

std::vector<FieldFault> faults_of(WriteCtx& ctx, const MakeOffer& in, const catalog::ProductCard& product)
{
    std::vector<FieldFault> faults;
    const Rate rate{in.rate};
    if (product.commission == Rate{0}) faults.push_back({"/product", "pays no commission that could be bettered"});
    else if (!(product.commission < rate)) faults.push_back({"/rate", "must be more than everybody gets, " + std::to_string(product.commission.per_10k)});
    if (most_offered(ctx) < rate) faults.push_back({"/rate", "must be at most " + std::to_string(most_offered(ctx).per_10k)});
    if (in.until && *in.until <= ctx.now) faults.push_back({"/until", "is over already"});
    return faults;
}

// "18%", "7.05%"
std::string percent(Rate rate)
{
    const std::int64_t rest = rate.per_10k % 100;
    return std::to_string(rate.per_10k / 100) + (rest == 0 ? "" : (rest < 10 ? ".0" : ".") + std::to_string(rest)) + "%";
}

}  // namespace

Result<RateOffer> make_offer(WriteCtx& ctx, const MakeOffer& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::editor));
    const auto products = catalog::product_cards(ctx.tx, {in.product});
    if (products.empty() || products.front().shop != in.shop) return refuse(not_found, "", {{"/product", "is not the shop's"}});
    const auto author = identity::person_called(ctx.tx, in.handle);
    if (!author || identity::blocked_between(ctx.tx, ctx.who.user, *author)) return refuse(not_found, "", {{"/handle", "nobody has it"}});
    const auto shops = catalog::shop_cards(ctx.tx, {in.shop});
    if (shops.front().owner == *author) return refuse(own_author);
    if (auto faults = faults_of(ctx, in, products.front()); !faults.empty()) return refuse(bad_input, "", std::move(faults));

    const RateOffer offer{in.shop, ctx.new_id<OfferId>(), in.product, *author, Rate{in.rate}, in.words ? std::string(*in.words) : "",
                      in.until.value_or(Instant{}), OfferState::offered, ctx.who.user, ctx.now, ctx.now};
    if (!store::insert_offer(ctx.tx, offer)) return refuse(offered_before);
    catalog::enter_in_log(ctx, in.shop, "offer_made", text(in.product), std::string(in.handle) + " " + percent(offer.rate));
    community::notify(ctx, *author, community::NotificationGroup::system, "offer:" + text(offer.id), "offer_made", text(in.product));
    return offer;
}

}  // namespace meadow::creators
