#include "http/router.hpp"
#include "modules/creators/offers/answer_offer.hpp"
#include "modules/creators/offers/list_offers.hpp"
#include "modules/creators/offers/make_offer.hpp"
#include "modules/creators/refusals.hpp"

namespace meadow::creators {

using http::Limit;
using http::needs;
using http::Scope;

void offer_routes(http::On on)
{
    on.post("/v1/shops/{shop}/offers", needs(Scope::user), make_offer)
        .lane_by("shop").created().limited(Limit::write).may_refuse(not_found, not_allowed, offered_before, own_author)
        .says("Offer an author a better rate for a product");
    on.get("/v1/shops/{shop}/offers", needs(Scope::user), list_shop_offers).may_refuse(not_found, not_allowed).says("What a shop has offered to authors, newest first");
    on.del("/v1/shops/{shop}/offers/{offer}", needs(Scope::user), withdraw_offer)
        .lane_by("shop").limited(Limit::write).may_refuse(not_found, not_allowed, offer_moved).says("Withdraw an offer; orders placed before keep its rate");
    on.get("/v1/me/offers", needs(Scope::user), list_my_offers).says("The better rates I was offered, newest first");
    on.put("/v1/me/offers/{shop}/{offer}", needs(Scope::user), answer_offer)
        .lane_by("shop").limited(Limit::write).may_refuse(not_found, offer_moved).says("Accept an offer, decline it, or give it up");
}

}  // namespace meadow::creators
