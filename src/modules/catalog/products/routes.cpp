#include "http/router.hpp"
#include "modules/catalog/products/change_product_state.hpp"
#include "modules/catalog/products/create_product.hpp"
#include "modules/catalog/products/edit_prices.hpp"
#include "modules/catalog/products/edit_prices_batch.hpp"
#include "modules/catalog/products/edit_product.hpp"
#include "modules/catalog/products/list_products.hpp"
#include "modules/catalog/products/show_own_product.hpp"
#include "modules/catalog/products/show_product.hpp"
#include "modules/catalog/refusals.hpp"

namespace meadow::catalog {

using http::Limit;
using http::needs;
using http::Scope;

void product_routes(http::On on)
{
    on.get("/v1/products/{product}", needs(Scope::anyone), show_product_page).may_refuse(not_found).says("A product's page");
    on.get("/v1/shops/{shop}/products", needs(Scope::anyone), list_products)
        .may_refuse(not_found)
        .says("What a shop has on sale, the newest first");

    on.post("/v1/shops/{shop}/products", needs(Scope::user), create_product)
        .lane_by("shop")
        .created()
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, shop_not_trading, shop_full, unknown_category, foreign_picture)
        .says("Enter a product; a light shop's is on sale at once, a POP store's goes to review");
    on.get("/v1/shops/{shop}/goods", needs(Scope::user), list_own_products)
        .may_refuse(not_found)
        .says("All products of a shop, for its staff, the newest first");
    on.get("/v1/shops/{shop}/goods/{product}", needs(Scope::user), show_own_product)
        .may_refuse(not_found)
        .says("A product as its merchant works on it, with the change that waits for review");
    on.put("/v1/shops/{shop}/goods/{product}", needs(Scope::user), edit_product)
        .lane_by("shop")
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, shop_not_trading, stale, illegal_move, unknown_category, foreign_picture)
        .says("Change a product; an approved one of a POP store stays on sale as it is until the change is approved");
    on.put("/v1/shops/{shop}/goods/{product}/state", needs(Scope::user), change_product_state)
        .lane_by("shop")
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, shop_not_trading, stale, illegal_move, shop_full)
        .says("Put a product on sale, take it off, take it back from review, or discard it");
    on.put("/v1/shops/{shop}/prices", needs(Scope::user), edit_prices)
        .lane_by("shop")
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, shop_not_trading, stale, illegal_move, unknown_category, foreign_picture)
        .says("Change many prices at once");
    on.get("/v1/shops/{shop}/prices.csv", needs(Scope::user), export_prices)
        .slow().limited(Limit::upload).may_refuse(not_found, not_allowed).says("Prices as a CSV file, which can be changed and sent back");
    on.post("/v1/shops/{shop}/prices.csv", needs(Scope::user), prepare_edit_prices_batch, edit_prices_batch)
        .slow()
        .lane_by("shop")
        .limited(Limit::upload)
        .may_refuse(not_found, not_allowed, shop_not_trading, not_a_batch)
        .says("Change many prices by a CSV file; every row is told what became of it");
}

}  // namespace meadow::catalog
