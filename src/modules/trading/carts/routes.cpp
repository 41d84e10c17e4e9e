#include "http/router.hpp"
#include "modules/trading/carts/add_to_cart.hpp"
#include "modules/trading/carts/edit_cart.hpp"
#include "modules/trading/carts/show_cart.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

using http::Limit;
using http::needs;
using http::Scope;

void cart_routes(http::On on)
{
    on.get("/v1/cart", needs(Scope::user), show_cart).says("My cart by shop, against live prices and stock");
    on.del("/v1/cart", needs(Scope::user), clear_cart).says("Empty my cart");
    on.post("/v1/cart/lines", needs(Scope::user), add_to_cart)
        .limited(Limit::write).may_refuse(not_found, not_on_sale, cart_full).says("Put something into my cart");
    on.put("/v1/cart/lines/{shop}/{sku}", needs(Scope::user), edit_cart)
        .limited(Limit::write).may_refuse(not_found).says("Change how many of it");
    on.del("/v1/cart/lines/{shop}/{sku}", needs(Scope::user), remove_from_cart).says("Take something out of my cart");
}

}  // namespace meadow::trading
