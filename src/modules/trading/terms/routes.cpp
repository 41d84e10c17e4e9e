#include "http/router.hpp"
#include "modules/trading/refusals.hpp"
#include "modules/trading/terms/set_terms.hpp"

namespace meadow::trading {

using http::needs;
using http::Scope;

void term_routes(http::On on)
{
    on.get("/v1/shops/{shop}/terms", needs(Scope::anyone), show_terms).may_refuse(not_found).says("What a shop asks for shipping");
    on.put("/v1/shops/{shop}/terms", needs(Scope::user), set_terms)
        .lane_by("shop").may_refuse(not_found, not_allowed).says("Change what my shop asks for shipping");
}

}  // namespace meadow::trading
