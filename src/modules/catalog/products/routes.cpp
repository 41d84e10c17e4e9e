#include "http/router.hpp"
#include "modules/catalog/products/create_product.hpp"
#include "modules/catalog/products/show_product.hpp"
#include "modules/catalog/refusals.hpp"

namespace meadow::catalog {

using http::Limit;
using http::needs;
using http::Scope;

void product_routes(http::On on)
{
    on.post("/v1/shops/{shop}/products", needs(Scope::user), create_product)
        .lane_by("shop")
        .created()
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, shop_not_trading, shop_full, unknown_category, foreign_picture)
        .says("Enter a product; a light shop's is on sale at once, a POP store's goes to review");
    on.get("/v1/products/{product}", needs(Scope::anyone), show_product).may_refuse(not_found).says("A product's page");
}

}  // namespace meadow::catalog
