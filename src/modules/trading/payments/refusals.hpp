// Every "no" of payments.
#pragma once
#include "base/refusal.hpp"

namespace meadow::trading {

inline const RefusalKind not_payable{"trading.not_payable", 409, "There is nothing to pay for this any more"};
inline const RefusalKind notify_forged{"trading.notify_forged", 403, "This was not signed by the gateway"};
inline const RefusalKind notify_stale{"trading.notify_stale", 403, "This was signed too long ago"};

}  // namespace meadow::trading
