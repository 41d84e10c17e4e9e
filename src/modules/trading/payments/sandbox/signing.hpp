// How the sandbox gateway and we know each other: signed is the HMAC-SHA256, under one secret (secret.hpp), over "<timestamp>\n<body>";
// a payer's address carries the whole charge, signed likewise. Pure: no transaction, no clock.
#pragma once
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading::sandbox {

// A call between us and the gateway, in either direction.
using SignedCall = Notify;

std::string signature(std::string_view secret, std::int64_t timestamp, std::string_view body);
// "?timestamp=…&signature=…" for a body sent at `now`.
std::string signed_query(std::string_view secret, Instant now, std::string_view body);
// Refuses notify_forged, and notify_stale when it was signed more than `window` before or after `now`.
Done check_signed(std::string_view secret, const SignedCall&, Instant now, Duration window);

// The gateway's clock counts whole milliseconds, as its messages do.
constexpr Instant by_its_clock(Instant now) { return {now.us / 1000 * 1000}; }

// A charge as one segment of an address, and back; not_found when nobody signed it.
std::string pay_token(std::string_view secret, const Charge&);
Result<Charge> read_pay_token(std::string_view secret, std::string_view token);

}  // namespace meadow::trading::sandbox
