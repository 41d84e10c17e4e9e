// Arbitrary bytes as what the payment gateway is said to have sent: without the secret nothing passes, and what a gateway that has gone
// mad signs is read or refused, never more.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "http/tokens.hpp"
#include "modules/trading/payments/model.hpp"
#include "modules/trading/payments/refusals.hpp"
#include "modules/trading/payments/sandbox/signing.hpp"

using namespace meadow;
using namespace meadow::trading;

namespace {

constexpr std::string_view key = "only the gateway and we know this";
const Instant now = *parse_instant("2030-11-11 20:00");

void must(bool promise)
{
    if (!promise) std::abort();
}

void notified(std::string_view bytes)
{
    Notify call;
    call.timestamp = now.us / 1000000;
    call.body.bytes = bytes;
    call.signature.assign(bytes.substr(0, 128));
    must(!sandbox::check_signed(key, call, now, 5min).ok());

    call.signature.assign(sandbox::signature(key, call.timestamp, bytes));
    must(sandbox::check_signed(key, call, now, 5min).ok());
    must(!sandbox::check_signed(key, call, now + 6min, 5min).ok());
    const auto report = from_json<ChargeReport>(bytes);
    if (!report) return;
    if (const auto trade = parse_trade(report->trade)) {
        const auto again = parse_trade(trade_name(*trade));
        must(again && again->buyer == trade->buyer && again->payment == trade->payment);
    }
}

void paid_at(std::string_view token)
{
    must(!sandbox::read_pay_token(key, token).ok());
    const auto charge = sandbox::read_pay_token(key, std::string(token) + "." + http::hmac_sha256_hex(key, token));
    if (!charge) return;
    const auto again = sandbox::read_pay_token(key, sandbox::pay_token(key, *charge));
    must(again.ok() && to_json(*again) == to_json(*charge));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    notified(bytes);
    paid_at(bytes);
    return 0;
}
