#include "http/router.hpp"
#include "modules/trading/ledger/show_funds.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

using http::needs;
using http::Scope;

void fund_routes(http::On on)
{
    on.get("/v1/shops/{shop}/funds", needs(Scope::user), show_funds).may_refuse(not_found, not_allowed).says("A shop's money: pending, settled, fees");
    on.get("/v1/shops/{shop}/funds/lines", needs(Scope::user), list_funds)
        .may_refuse(not_found, not_allowed).says("Every movement of a shop's money and its order, newest first");
    on.get("/v1/shops/{shop}/statements/{month}", needs(Scope::user), month_statement)
        .slow().may_refuse(not_found, not_allowed, wrong_month).says("One month of a shop's money as CSV");
}

}  // namespace meadow::trading
