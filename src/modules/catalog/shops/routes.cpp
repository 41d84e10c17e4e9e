#include "http/router.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/open_shop.hpp"
#include "modules/catalog/shops/show_shop.hpp"

namespace meadow::catalog {

using http::Limit;
using http::needs;
using http::Scope;

void shop_routes(http::On on)
{
    on.post("/v1/shops", needs(Scope::user), open_shop)
        .created()
        .limited(Limit::write)
        .may_refuse(shop_name_taken, too_many_shops, foreign_picture)
        .says("Open a light shop");
    on.get("/v1/shops/{shop}", needs(Scope::anyone), show_shop).may_refuse(not_found).cache("public, max-age=5").says("A shop");
}

}  // namespace meadow::catalog
