#include "http/router.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/tracking/hear_carrier.hpp"

namespace meadow::fulfilment {

using http::needs;
using http::Scope;

void tracking_routes(http::On on)
{
    on.post("/v1/carriers/{carrier}/events", needs(Scope::anyone), hear_carrier)
        .body_cap(16 * 1024).may_refuse(forged).says("A carrier tells of a parcel; signed with HMAC-SHA256 of the body");
}

}  // namespace meadow::fulfilment
