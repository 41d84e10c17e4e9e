#include "http/router.hpp"
#include "modules/trading/addresses/add_address.hpp"
#include "modules/trading/addresses/edit_address.hpp"
#include "modules/trading/addresses/list_addresses.hpp"
#include "modules/trading/addresses/remove_address.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

using http::Limit;
using http::needs;
using http::Scope;

void address_routes(http::On on)
{
    on.get("/v1/addresses", needs(Scope::user), list_addresses).says("My addresses, the default first");
    on.post("/v1/addresses", needs(Scope::user), add_address)
        .created().limited(Limit::write).may_refuse(bad_address, too_many_addresses).says("Add an address");
    on.put("/v1/addresses/{address}", needs(Scope::user), edit_address)
        .limited(Limit::write).may_refuse(not_found, bad_address).says("Correct an address");
    on.del("/v1/addresses/{address}", needs(Scope::user), remove_address).may_refuse(not_found).says("Remove an address");
    on.put("/v1/addresses/{address}/default", needs(Scope::user), make_default).may_refuse(not_found).says("Make an address the default");
}

}  // namespace meadow::trading
