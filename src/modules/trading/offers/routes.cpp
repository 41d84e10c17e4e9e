#include "http/router.hpp"
#include "modules/trading/offers/show_offer.hpp"
#include "modules/trading/offers/unfurl_product.hpp"

namespace meadow::trading {

using http::needs;
using http::Scope;

void offer_routes(http::On on)
{
    on.get("/v1/products/{product}/offer", needs(Scope::anyone), show_offer)
        .may_refuse(not_found).cache("no-cache").says("What a product page must know to sell: live prices, stock, delivery");
    on.get("/products/{product}", needs(Scope::anyone), unfurl_product)
        .internal().sessionless().cache("no-cache").says("The app's page at a product, with the head that links unfurl by");
}

}  // namespace meadow::trading
