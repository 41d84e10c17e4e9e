// The secret between the sandbox gateway and us: one a town, made when it is first needed and kept in the database.
#pragma once
#include "modules/trading/payments/sandbox/signing.hpp"

namespace meadow::trading::sandbox {

inline const Setting<Duration> signature_window{"trading.sandbox_signature_window", 5min, "How old, or how far ahead, a signed call of the gateway may be"};

std::string secret(WriteCtx&);                    // made if there is none
std::string secret(jobs::World&);

// The checks of signing.hpp under that secret, now. Where no secret was made yet, nobody can have signed.
Done prove(ReadCtx&, const SignedCall&);
Result<Charge> read_pay_token(ReadCtx&, std::string_view token);

}  // namespace meadow::trading::sandbox
