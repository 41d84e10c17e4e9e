// What a payment means for its order. Called by payments when the gateway's word has been verified; safe to repeat.
#pragma once
#include <string_view>

#include "base/ids.hpp"
#include "jobs/context.hpp"

namespace meadow::trading {

enum class PaidOutcome : std::uint8_t {
    paid,             // the order is paid with this, now
    already,          // it was paid with this very payment before: nothing happened
    returned,         // nobody was waiting for this money (too late, a second payment, a wrong amount): it goes back by itself
    wrong_currency,   // nothing was booked: the books are kept in CNY. A person must look at it
    no_such_order,
};
BOOST_DESCRIBE_ENUM(PaidOutcome, paid, already, returned, wrong_currency, no_such_order)

// Sells the held stock, books the money, tells OrderPaid. `payment` names the money: what comes in under one name counts once.
PaidOutcome mark_paid(WriteCtx&, ShopId, OrderId, Money amount, std::string_view currency, PaymentId);

}  // namespace meadow::trading
