#include "http/router.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/stock/set_stock.hpp"
#include "modules/fulfilment/stock/set_stock_batch.hpp"
#include "modules/fulfilment/stock/show_stock.hpp"

namespace meadow::fulfilment {

using http::Limit;
using http::needs;
using http::Scope;

void stock_routes(http::On on)
{
    on.get("/v1/shops/{shop}/stock", needs(Scope::user), list_stock).may_refuse(not_found, not_allowed).says("What lies where");
    on.get("/v1/shops/{shop}/stock/{sku}", needs(Scope::user), show_stock).may_refuse(not_found, not_allowed).says("Where one SKU lies");
    on.put("/v1/shops/{shop}/stock/{sku}", needs(Scope::user), set_stock)
        .lane_by("shop").may_refuse(not_found, not_allowed, stock_moved).says("Set what was counted; refused when orders came in between");
    on.post("/v1/shops/{shop}/stock/{sku}/adjustments", needs(Scope::user), adjust_stock)
        .lane_by("shop").may_refuse(not_found, not_allowed, sold_out).says("Add or remove pieces, with a reason");
    on.put("/v1/shops/{shop}/stock/{sku}/hold-limit", needs(Scope::user), limit_holds)
        .lane_by("shop").may_refuse(not_found, not_allowed).says("How many pieces one person may hold unpaid");
    on.get("/v1/shops/{shop}/stock-moves", needs(Scope::user), list_moves).may_refuse(not_found, not_allowed).says("The journal of all moves");
    on.get("/v1/shops/{shop}/stock.csv", needs(Scope::user), export_stock)
        .slow().limited(Limit::upload).may_refuse(not_found, not_allowed).says("Stock as a CSV file");
    on.post("/v1/shops/{shop}/stock.csv", needs(Scope::user), prepare_set_stock_batch, set_stock_batch)
        .slow().lane_by("shop").limited(Limit::upload).may_refuse(not_found, not_allowed, not_a_batch).says("Change much stock by a CSV file");
}

}  // namespace meadow::fulfilment
