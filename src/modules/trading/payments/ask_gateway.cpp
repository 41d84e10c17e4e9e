#include "modules/trading/payments/ask_gateway.hpp"

#include "jobs/errands.hpp"
#include "jobs/log.hpp"
#include "modules/trading/payments/learn_charge.hpp"
#include "modules/trading/payments/store.hpp"

namespace meadow::trading {
namespace {

// The gateway begins no payment after its window, so what is still open then stays unpaid.
bool is_final(const std::optional<ChargeReport>& report, bool window_over)
{
    if (!report || report->state == ChargeState::processing) return false;
    return report->state != ChargeState::open || window_over;
}

}  // namespace

Done send_question(WriteCtx& ctx, const PaymentUnheard& news)
{
    const auto payment = store::find_payment(ctx.tx, news.buyer, news.payment);
    if (!payment || is_paid(payment->state) || payment->state == PaymentState::failed) return done();
    jobs::errands::send(ctx, GatewayQuestion::errand, GatewayQuestion{news.buyer, news.payment, payment->asked});
    return done();
}

void ask_gateway(jobs::World& world, const GatewayQuestion& question)
{
    std::optional<ChargeReport> report;
    try {
        report = world.adapters.get<Gateway>().query(world, trade_name({question.buyer, question.payment}));
    } catch (const std::exception& broken) {
        log::warn("the gateway gave no answer", {{"payment", text(question.payment)}, {"error", broken.what()}});
    }
    const auto heard = jobs::write_now<Nothing>(world, {}, std::uint64_t(question.buyer.value),
                                                [&](WriteCtx& ctx) { return hear_answer(ctx, question, report); });
    if (!heard.ok()) throw std::runtime_error("the gateway spoke of something else: " + heard.refusal().detail);
}

Done hear_answer(WriteCtx& ctx, const GatewayQuestion& question, const std::optional<ChargeReport>& report)
{
    if (report) TRY(learn_charge(ctx, *report));
    if (!store::count_question(ctx.tx, question.buyer, question.payment, question.number)) return done();

    const auto payment = store::find_payment(ctx.tx, question.buyer, question.payment);
    const bool window_over = ctx.now >= payment->expires_at;
    if (is_final(report, window_over)) return done();
    if (ctx.now >= payment->expires_at + ask_until(ctx)) {
        store::raise_alarm(ctx.tx, {payment->buyer, payment->id, "the gateway never said how it ended",
                                     {report ? to_json(*report) : "null"}, ctx.now});
        return done();
    }
    Instant next = ctx.now + wait_before(question.number + 1, ask_first_after(ctx), ask_at_least_every(ctx));
    if (!window_over && next > payment->expires_at) next = payment->expires_at;
    ctx.tell_at(next, PaymentUnheard{question.buyer, question.payment});
    return done();
}

}  // namespace meadow::trading
