#include "modules/trading/payments/sandbox/act_on_page.hpp"

#include "modules/trading/payments/sandbox/answer.hpp"
#include "modules/trading/payments/sandbox/notify_merchant.hpp"
#include "modules/trading/payments/sandbox/store.hpp"

namespace meadow::trading::sandbox {
namespace {

ChargeState first_state(PayerAction action)
{
    switch (action) {
        case PayerAction::pay:
        case PayerAction::twice:
        case PayerAction::silent: return ChargeState::paid;
        case PayerAction::late: return ChargeState::processing;
        case PayerAction::fail: return ChargeState::failed;
    }
    return ChargeState::failed;
}

void tell_merchant(WriteCtx& ctx, const std::string& trade, PayerAction action)
{
    const int notifies = action == PayerAction::silent || action == PayerAction::late ? 0 : action == PayerAction::twice ? 2 : 1;
    for (int i = 0; i < notifies; ++i) jobs::errands::send(ctx, MerchantNotice::errand, MerchantNotice{trade});
    if (action == PayerAction::late) jobs::errands::send(ctx, LateSettling::errand, LateSettling{trade}, late_by(ctx));
}

http::Content lead_to(std::string where)
{
    http::Content out;
    out.status = 303;
    out.headers.push_back({"Location", std::move(where)});
    return out;
}

}  // namespace

Result<http::Content> act_on_page(WriteCtx& ctx, const ActOnPage& in)
{
    const Charge charge = TRY(read_pay_token(ctx, in.token));
    const std::string page = std::string(pay_path) + "/" + in.token;
    if (ctx.now >= charge.expires_at) return lead_to(page);

    const std::string transaction = "sandbox-" + std::to_string(ctx.ids.next());
    if (!store::insert_charge(ctx.tx, {charge.trade, first_state(in.action), charge.amount, charge.currency, transaction, charge.notify_url, {},
                                    by_its_clock(ctx.now)}))
        return lead_to(page);
    tell_merchant(ctx, charge.trade, in.action);
    return lead_to(charge.return_path.empty() || in.action == PayerAction::fail ? page : charge.return_path);
}

}  // namespace meadow::trading::sandbox
