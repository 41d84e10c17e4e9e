#include "http/router.hpp"
#include "modules/trading/payments/sandbox/act_on_page.hpp"
#include "modules/trading/payments/sandbox/answer.hpp"
#include "modules/trading/payments/sandbox/list_charges.hpp"
#include "modules/trading/payments/sandbox/show_page.hpp"
#include "modules/trading/payments/refusals.hpp"

namespace meadow::trading {

using http::needs;
using http::Scope;

namespace sandbox {
const std::string_view pay_path = "/sandbox/gateway/pay";
const std::string_view style_path = "/sandbox/gateway/style.css";
const std::string_view query_path = "/sandbox/gateway/queries";
const std::string_view refund_path = "/sandbox/gateway/refunds";
const std::string_view statement_path = "/sandbox/gateway/statements";
}  // namespace sandbox

// Not part of our API: what stands here plays somebody else's server.
void sandbox_routes(http::On on)
{
    const std::string page = std::string(sandbox::pay_path) + "/{token}";
    on.get(page, needs(Scope::anyone), sandbox::show_page).sessionless().internal().may_refuse(not_found).says("The payer's page of the sandbox gateway");
    on.post(page + "/{action}", needs(Scope::anyone), sandbox::act_on_page)
        .sessionless().internal().may_refuse(not_found).says("A button of the payer's page");
    on.get(sandbox::style_path, needs(Scope::anyone), sandbox::show_style).sessionless().internal().cache("public, max-age=3600").says("The page's looks");
    on.get("/v1/operator/sandbox/charges", needs(Scope::operator_), sandbox::list_charges).says("The sandbox gateway's own books, newest first");
    on.post(sandbox::query_path, needs(Scope::anyone), sandbox::answer_query)
        .sessionless().internal().may_refuse(notify_forged, notify_stale).says("How a charge stands");
    on.post(sandbox::refund_path, needs(Scope::anyone), sandbox::answer_refund)
        .sessionless().internal().may_refuse(notify_forged, notify_stale).says("Give money back");
    on.post(sandbox::statement_path, needs(Scope::anyone), sandbox::answer_statement)
        .sessionless().internal().may_refuse(notify_forged, notify_stale).says("Paid charges and refunds of an hour");
}

}  // namespace meadow::trading
