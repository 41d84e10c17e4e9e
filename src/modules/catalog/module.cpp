#include "modules/catalog/module.hpp"

#include "modules/catalog/products/shelf.hpp"

namespace meadow::catalog {

void application_routes(http::On);
void category_routes(http::On);
void goods_review_routes(http::On);
void product_routes(http::On);
void review_routes(http::On);
void shop_log_routes(http::On);
void shop_routes(http::On);
void staff_routes(http::On);

void add_routes(http::Router& router)
{
    shop_routes(router.on("catalog"));
    shop_log_routes(router.on("catalog"));
    staff_routes(router.on("catalog"));
    application_routes(router.on("catalog"));
    category_routes(router.on("catalog"));
    product_routes(router.on("catalog"));
    goods_review_routes(router.on("catalog"));
    review_routes(router.on("catalog"));
}

void add_adapters(jobs::Adapters& adapters) { adapters.put(std::make_shared<ProductShelf>()); }

}  // namespace meadow::catalog
