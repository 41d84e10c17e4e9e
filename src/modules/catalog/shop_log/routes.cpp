#include "http/router.hpp"
#include "modules/catalog/shop_log/list_shop_log.hpp"

namespace meadow::catalog {

using http::needs;
using http::Scope;

void shop_log_routes(http::On on)
{
    on.get("/v1/shops/{shop}/log", needs(Scope::user), list_shop_log)
        .may_refuse(not_found, not_allowed).says("Who did what in the shop's name, newest first; for its owners");
}

}  // namespace meadow::catalog
