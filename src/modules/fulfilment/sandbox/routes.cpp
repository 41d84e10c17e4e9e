#include "http/router.hpp"
#include "modules/fulfilment/sandbox/show_parcel.hpp"

namespace meadow::fulfilment {

using http::needs;
using http::Scope;

namespace sandbox {
const std::string_view parcel_path = "/sandbox/carrier/parcels";
const std::string_view style_path = "/sandbox/carrier/style.css";
}  // namespace sandbox

// Not part of our API: what stands here plays somebody else's server. Only the list is for our operators.
void sandbox_carrier_routes(http::On on)
{
    const std::string page = std::string(sandbox::parcel_path) + "/{waybill}";
    on.get(page, needs(Scope::anyone), sandbox::show_parcel).sessionless().internal().may_refuse(not_found).says("The sandbox carrier's page of a parcel");
    on.post(page + "/{action}", needs(Scope::anyone), sandbox::move_parcel)
        .sessionless().internal().may_refuse(not_found).says("A button of the parcel's page");
    on.get(sandbox::style_path, needs(Scope::anyone), sandbox::show_style).sessionless().internal().cache("public, max-age=3600").says("The page's looks");
    on.get("/v1/operator/sandbox/parcels", needs(Scope::operator_), sandbox::list_sandbox_parcels).says("What was handed in to the sandbox carrier, newest first");
}

}  // namespace meadow::fulfilment
