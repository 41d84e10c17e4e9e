#include "modules/trading/payments/learn_charge.hpp"

#include "jobs/log.hpp"
#include "modules/trading/orders/mark_paid.hpp"
#include "modules/trading/payments/move_payment.hpp"
#include "modules/trading/payments/store.hpp"

namespace meadow::trading {
namespace {

void raise_alarm(WriteCtx& ctx, const Payment& payment, std::string_view what, const ChargeReport& report)
{
    log::error("a payment does not fit", {{"payment", text(payment.id)}, {"what", std::string(what)}});
    store::raise_alarm(ctx.tx, {payment.buyer, payment.id, std::string(what), {to_json(report)}, ctx.now});
}

// One transaction for all orders of the payment, so that it never pays only some of those that wait for it.
void hand_on(WriteCtx& ctx, const Payment& payment, const ChargeReport& report)
{
    for (PaymentLine line : store::payment_lines(ctx.tx, payment.buyer, payment.id)) {
        switch (mark_paid(ctx, line.shop, line.order, line.amount, payment.currency, payment.id)) {
            case PaidOutcome::paid:
            case PaidOutcome::already: line.outcome = LineOutcome::paid; break;
            case PaidOutcome::returned: line.outcome = LineOutcome::returned; break;
            case PaidOutcome::wrong_currency:
            case PaidOutcome::no_such_order: raise_alarm(ctx, payment, "an order could not take its part", report); break;
        }
        store::set_outcome(ctx.tx, payment.buyer, payment.id, line);
    }
}

}  // namespace

Done learn_charge(WriteCtx& ctx, const ChargeReport& report)
{
    const auto trade = parse_trade(report.trade);
    std::optional<Payment> payment = trade ? store::find_payment(ctx.tx, trade->buyer, trade->payment) : std::nullopt;
    if (!payment) return refuse(not_found, "No payment has this trade name");

    const auto to = moved_by(payment->state, report.state, ctx.now >= payment->expires_at);
    if (!to) {
        if (report.state == ChargeState::paid && report.transaction != payment->transaction)
            raise_alarm(ctx, *payment, "one payment was charged twice", report);
        return done();
    }
    if (*to == PaymentState::succeeded) {
        if (report.amount != payment->amount || report.currency != payment->currency) {
            raise_alarm(ctx, *payment, "not the amount that was asked for", report);
            return done();
        }
        payment->transaction = report.transaction;
        payment->paid_at = report.at;
    }
    // The statement compares the state that was read: of two that hear the same at once, one moves it and goes on.
    if (!move_payment(ctx, *payment, *to, "the gateway says " + name_of(report.state))) return done();
    if (*to == PaymentState::succeeded) hand_on(ctx, *payment, report);
    return done();
}

}  // namespace meadow::trading
