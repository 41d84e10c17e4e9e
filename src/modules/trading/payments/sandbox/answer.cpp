#include "modules/trading/payments/sandbox/answer.hpp"

#include "modules/trading/payments/sandbox/store.hpp"

namespace meadow::trading::sandbox {

Result<ChargeReport> answer_query(ReadCtx& ctx, const SignedCall& in)
{
    TRY(prove(ctx, in));
    const TradeQuestion question = TRY(from_json<TradeQuestion>(in.body.bytes));
    const auto charge = store::find_charge(ctx.tx, question.trade);
    if (!charge) return ChargeReport{question.trade, ChargeState::open, {}, "", "", ctx.now};
    return ChargeReport{charge->trade, charge->state, charge->amount, charge->currency, charge->transaction, charge->at};
}

Result<GivenBack> answer_refund(WriteCtx& ctx, const SignedCall& in)
{
    TRY(prove(ctx, in));
    const GiveBack order = TRY(from_json<GiveBack>(in.body.bytes));
    if (const auto before = store::find_refund(ctx.tx, order.trade, order.refund))
        return before->amount == order.amount ? GivenBack{true, "", before->at} : GivenBack{false, "this name was used for another amount", ctx.now};
    const Instant now = by_its_clock(ctx.now);
    if (order.amount <= Money{0} || !store::take_back(ctx.tx, order)) return GivenBack{false, "that much was never paid", now};
    if (!store::insert_refund(ctx.tx, order, now)) return refuse(already_done);  // a twin was faster; this one leaves nothing behind
    return GivenBack{true, "", now};
}

Result<std::vector<StatementLine>> answer_statement(ReadCtx& ctx, const SignedCall& in)
{
    TRY(prove(ctx, in));
    const StatementQuestion question = TRY(from_json<StatementQuestion>(in.body.bytes));
    return store::statement(ctx.tx, question.after, question.until, statement_part);
}

}  // namespace meadow::trading::sandbox
