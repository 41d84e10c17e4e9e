#include "http/router.hpp"
#include "modules/trading/sales/show_sales.hpp"

namespace meadow::trading {

using http::needs;
using http::Scope;

void sales_routes(http::On on)
{
    on.get("/v1/shops/{shop}/sales", needs(Scope::user), show_sales)
        .slow().may_refuse(not_found, not_allowed).says("How a shop has sold lately, day by day, and what waits for its staff");
}

}  // namespace meadow::trading
