// How money starts on its way back. The cores of every refund; the verbs decide whether, these do it.
#pragma once
#include "jobs/context.hpp"
#include "modules/trading/orders/model.hpp"
#include "modules/trading/refunds/model.hpp"

namespace meadow::trading {

// Moves a refund and enters the move. Somebody who moved it meanwhile wins: the command is run again from its start.
void move_refund(WriteCtx&, Refund&, RefundState to, std::string_view why);

// Puts the pieces back on sale, so that nobody ships them any more. False, and noted on the refund, when a parcel has left.
bool take_back(WriteCtx&, Refund&);

// The answer is yes: books the money out of the order and asks the gateway for it.
void order_refund(WriteCtx&, const Order&, Refund&, std::string_view why);

// A payment that never became the order's goes back.
void order_stray_refund(WriteCtx&, const Order&, PaymentId, Money amount, RefundCause);
// The order was paid, but its pieces are gone.
void order_refund_without_stock(WriteCtx&, Order&);

}  // namespace meadow::trading
