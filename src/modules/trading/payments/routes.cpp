#include "http/router.hpp"
#include "modules/trading/payments/list_alarms.hpp"
#include "modules/trading/payments/open_payment.hpp"
#include "modules/trading/payments/resolve_alarm.hpp"
#include "modules/trading/payments/show_payment.hpp"
#include "modules/trading/payments/take_notify.hpp"
#include "modules/trading/payments/refusals.hpp"

namespace meadow::trading {

using http::Limit;
using http::needs;
using http::Scope;

const std::string_view notify_path = "/v1/payments/notify";

void payment_routes(http::On on)
{
    on.post("/v1/payments", needs(Scope::user), open_payment)
        .created().limited(Limit::write).may_refuse(not_found, not_payable, bad_input)
        .says("Start paying for some of my orders together; the answer tells where to go");
    on.get("/v1/payments/{payment}", needs(Scope::user), show_payment).may_refuse(not_found).says("How one of my payments stands");
    on.post(notify_path, needs(Scope::anyone), prove_notify, take_notify)
        .sessionless().body_cap(16 * 1024).may_refuse(notify_forged, notify_stale, not_found, bad_input)
        .says("For the gateway: what became of a payment, signed");
    on.get("/v1/operator/gateway/alarms", needs(Scope::operator_), list_alarms).says("Payments a person must look at, newest first");
    on.post("/v1/operator/gateway/alarms/{buyer}/{payment}/resolution", needs(Scope::operator_), resolve_alarm)
        .lane_by("buyer").may_refuse(not_found, already_done).says("Say what was found and done about an alarm");
}

}  // namespace meadow::trading
