#include "http/router.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/warehouses/open_warehouse.hpp"

namespace meadow::fulfilment {

using http::needs;
using http::Scope;

void warehouse_routes(http::On on)
{
    on.get("/v1/shops/{shop}/warehouses", needs(Scope::user), list_warehouses).may_refuse(not_found, not_allowed).says("The warehouses of a shop");
    on.post("/v1/shops/{shop}/warehouses", needs(Scope::user), open_warehouse)
        .created().lane_by("shop").may_refuse(not_found, not_allowed, warehouses_too_many).says("Open a warehouse");
}

}  // namespace meadow::fulfilment
