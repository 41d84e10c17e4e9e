#include "http/router.hpp"
#include "modules/trading/give_backs/list_give_backs.hpp"
#include "modules/trading/give_backs/retry_give_back.hpp"

namespace meadow::trading {

using http::needs;
using http::Scope;

void give_back_routes(http::On on)
{
    on.get("/v1/operator/gateway/refunds", needs(Scope::operator_), list_give_backs).says("Refunds the gateway has not carried out yet, oldest first");
    on.post("/v1/operator/gateway/refunds/{refund}/retry", needs(Scope::operator_), retry_give_back)
        .may_refuse(not_found).says("Ask the gateway again for a refund that failed");
}

}  // namespace meadow::trading
