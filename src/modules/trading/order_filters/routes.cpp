#include "http/router.hpp"
#include "modules/trading/order_filters/keep_order_filter.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

using http::Limit;
using http::needs;
using http::Scope;

void order_filter_routes(http::On on)
{
    on.get("/v1/shops/{shop}/order-filters", needs(Scope::user), list_order_filters).may_refuse(not_found, not_allowed).says("Views of its orders a shop keeps, by name");
    on.put("/v1/shops/{shop}/order-filters/{name}", needs(Scope::user), keep_order_filter)
        .lane_by("shop").limited(Limit::write).may_refuse(not_found, not_allowed, too_many_filters).says("Keep a view of the shop's orders under a name");
    on.del("/v1/shops/{shop}/order-filters/{name}", needs(Scope::user), drop_order_filter)
        .lane_by("shop").limited(Limit::write).may_refuse(not_found, not_allowed).says("Keep a view no longer");
}

}  // namespace meadow::trading
