#include "http/router.hpp"
#include "modules/fulfilment/parcels/correct_parcel.hpp"
#include "modules/fulfilment/parcels/ship_batch.hpp"
#include "modules/fulfilment/parcels/ship_order.hpp"
#include "modules/fulfilment/parcels/show_parcels.hpp"
#include "modules/fulfilment/refusals.hpp"

namespace meadow::fulfilment {

using http::Limit;
using http::needs;
using http::Scope;

void parcel_routes(http::On on)
{
    on.get("/v1/shops/{shop}/packing-slips", needs(Scope::user), list_slips).may_refuse(not_found, not_allowed).says("What waits to be packed");
    on.post("/v1/shops/{shop}/orders/{order}/parcels", needs(Scope::user), ship_order)
        .created().lane_by("shop").may_refuse(not_found, not_allowed, ships_too_much, not_shippable, parcels_too_many, waybill_taken)
        .says("Ship an order, or a part of it");
    on.post("/v1/shops/{shop}/parcels.csv", needs(Scope::user), prepare_ship_batch, ship_batch)
        .slow().lane_by("shop").limited(Limit::upload).may_refuse(not_found, not_allowed, not_a_batch)
        .says("Ship many orders by a CSV file: order, carrier, waybill");
    on.get("/v1/shops/{shop}/orders/{order}/parcels", needs(Scope::user), show_parcels)
        .may_refuse(not_found, not_allowed).says("What has left of an order and where it is");
    on.patch("/v1/shops/{shop}/parcels/{parcel}", needs(Scope::user), correct_parcel)
        .lane_by("shop").may_refuse(not_found, not_allowed, corrected_before, waybill_taken).says("Put a mistyped waybill right, once");
    on.put("/v1/shops/{shop}/parcels/{parcel}/receipt", needs(Scope::user), confirm_parcel)
        .lane_by("shop").may_refuse(not_found).says("I have this parcel in hand");
}

}  // namespace meadow::fulfilment
