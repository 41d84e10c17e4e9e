#include "modules/trading/give_backs/give_back.hpp"

#include <cassert>

#include "jobs/errands.hpp"
#include "jobs/log.hpp"
#include "modules/trading/give_backs/store.hpp"
#include "modules/trading/payments/move_payment.hpp"
#include "modules/trading/payments/store.hpp"
#include "modules/trading/refunds/refund_succeeded.hpp"

namespace meadow::trading {
namespace {

std::optional<GiveBackRow> find(jobs::World& world, const GiveBackErrand& e)
{
    std::optional<GiveBackRow> row;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { row = store::find_give_back(ctx.tx, e.buyer, e.payment, e.refund); });
    return row;
}

void note_refunded(WriteCtx& ctx, const GiveBackRow& row)
{
    const bool fits = store::add_refunded(ctx.tx, row.buyer, row.payment, row.amount);
    assert(fits && "more was given back than came in");
    auto payment = store::find_payment(ctx.tx, row.buyer, row.payment);
    const PaymentState to = payment->refunded == payment->amount ? PaymentState::refunded : PaymentState::partly_refunded;
    if (fits && payment->state != to) move_payment(ctx, *payment, to, "the gateway has given it back");
}

}  // namespace

Done start_give_back(WriteCtx& ctx, const RefundOrdered& news)
{
    const GiveBackRow row{news.buyer, news.payment, news.refund, news.shop, news.order, news.amount, GiveBackState::asked, 0, "", ctx.now, {}};
    if (!store::insert_give_back(ctx.tx, row)) return done();
    jobs::errands::send(ctx, GiveBackErrand::errand, GiveBackErrand{news.buyer, news.payment, news.refund});
    return done();
}

void give_back(jobs::World& world, const GiveBackErrand& errand)
{
    const auto row = find(world, errand);
    if (!row || row->state == GiveBackState::given) return;
    const auto write = [&](const std::function<Done(WriteCtx&)>& verb) {
        const Done written = jobs::write_now<Nothing>(world, {}, std::uint64_t(errand.buyer.value), verb);
        if (!written.ok()) throw std::runtime_error(std::string(written.refusal().kind->key));
    };
    try {
        const GivenBack answer =
            world.adapters.get<Gateway>().give_back(world, {trade_name({errand.buyer, errand.payment}), text(errand.refund), row->amount});
        write([&](WriteCtx& ctx) { return hear_given_back(ctx, errand, answer); });
    } catch (const std::exception& broken) {
        const std::string error = broken.what();
        write([&](WriteCtx& ctx) {
            store::note_failure(ctx.tx, *row, GiveBackState::asked, error);
            return done();
        });
        throw;
    }
}

Done hear_given_back(WriteCtx& ctx, const GiveBackErrand& errand, const GivenBack& answer)
{
    const auto row = store::find_give_back(ctx.tx, errand.buyer, errand.payment, errand.refund);
    if (!row) return refuse(not_found);
    if (!answer.given) {
        log::error("the gateway declined to give money back", {{"refund", text(row->refund)}, {"why", answer.why}});
        store::note_failure(ctx.tx, *row, GiveBackState::declined, answer.why);
        return done();
    }
    if (!store::mark_given(ctx.tx, *row, answer.at)) return done();
    note_refunded(ctx, *row);
    refund_succeeded(ctx, row->shop, row->refund);
    return done();
}

}  // namespace meadow::trading
