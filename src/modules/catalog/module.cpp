#include "modules/catalog/module.hpp"

namespace meadow::catalog {

void category_routes(http::On);
void product_routes(http::On);
void shop_routes(http::On);

void add_routes(http::Router& router)
{
    shop_routes(router.on("catalog"));
    category_routes(router.on("catalog"));
    product_routes(router.on("catalog"));
}

}  // namespace meadow::catalog
