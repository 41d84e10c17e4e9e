#include "modules/trading/payments/move_payment.hpp"

#include <cassert>

#include "modules/trading/payments/store.hpp"

namespace meadow::trading {

bool move_payment(WriteCtx& ctx, Payment& payment, PaymentState to, std::string_view why)
{
    const PaymentState from = payment.state;
    assert(may_move(from, to));
    payment.state = to;
    payment.changed_at = ctx.now;
    if (!store::update_payment(ctx.tx, payment, from)) return false;
    store::insert_payment_move(ctx.tx, payment, ctx.ids.next(), from, ctx.who.user, why, ctx.now);
    return true;
}

}  // namespace meadow::trading
