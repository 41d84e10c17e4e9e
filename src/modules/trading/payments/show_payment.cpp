#include "modules/trading/payments/show_payment.hpp"

#include "modules/trading/payments/store.hpp"

namespace meadow::trading {

PaymentCard payment_card(const Payment& p, std::vector<PaymentLine> lines)
{
    PaymentCard card{p.id, p.state, p.amount, p.refunded, p.currency, {}, p.expires_at, {}, std::move(lines)};
    if (is_open(p.state)) card.pay_url = p.pay_url;
    if (p.paid_at) card.paid_at = p.paid_at;
    return card;
}

Result<PaymentCard> show_payment(ReadCtx& ctx, const ShowPayment& in)
{
    const auto payment = store::find_payment(ctx.tx, ctx.who.user, in.payment);
    if (!payment) return refuse(not_found);
    return payment_card(*payment, store::payment_lines(ctx.tx, ctx.who.user, in.payment));
}

}  // namespace meadow::trading
