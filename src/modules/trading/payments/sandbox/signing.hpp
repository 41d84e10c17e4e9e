// How the sandbox gateway and we know each other: one secret a town, made when it is first needed and kept in the database. Signed is
// the HMAC-SHA256 over "<timestamp>\n<body>"; a payer's address carries the whole charge, signed likewise.
#pragma once
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading::sandbox {

inline const Setting<Duration> signature_window{"trading.sandbox_signature_window", 5min, "How old, or how far ahead, a signed call of the gateway may be"};

// A call between us and the gateway, in either direction.
using SignedCall = Notify;

std::string secret(WriteCtx&);                    // made if there is none
std::string secret(jobs::World&);
std::string signature(std::string_view secret, std::int64_t timestamp, std::string_view body);
// "?timestamp=…&signature=…" for a body sent at `now`.
std::string signed_query(std::string_view secret, Instant now, std::string_view body);
// Refuses notify_forged and notify_stale.
Done prove(ReadCtx&, const SignedCall&);

// The gateway's clock counts whole milliseconds, as its messages do.
constexpr Instant by_its_clock(Instant now) { return {now.us / 1000 * 1000}; }

// A charge as one segment of an address, and back; not_found when nobody signed it.
std::string pay_token(std::string_view secret, const Charge&);
Result<Charge> read_pay_token(ReadCtx&, std::string_view token);

}  // namespace meadow::trading::sandbox
