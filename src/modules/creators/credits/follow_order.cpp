#include "modules/creators/credits/follow_order.hpp"

#include "modules/creators/credits/move_credit.hpp"
#include "modules/creators/credits/store.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::creators {
namespace {

using trading::AccountKind;
using trading::AccountRef;

// Books a commission, or books it back: the same two transfers the other way round.
void book(WriteCtx& ctx, const Credit& c, bool back)
{
    const AccountRef merchant{AccountKind::merchant, c.shop.value};
    const AccountRef author{AccountKind::creator, c.author.value};
    const AccountRef platform{AccountKind::platform_fee, 0};
    const std::string what = back ? "commission back" : "commission";
    const auto move = [&](const char* part, const AccountRef& to, Money amount) {
        if (!amount) return;
        const std::string reference = (back ? "commission_back/" : "commission/") + text(c.id) + "/" + part;
        trading::transfer(ctx, c.shop, reference, what, c.order, back ? to : merchant, back ? merchant : to, amount);
    };
    move("author", author, c.earning());
    move("platform", platform, c.platform_part);
}

struct Step {
    CreditState to{};
    std::string_view why;
};

// The next step of a credit whose order stands like this.
std::optional<Step> next_step(CreditState at, const trading::OrderStanding& order)
{
    switch (at) {
        case CreditState::pending:
            if (order.cancelled) return Step{CreditState::void_, "the order was never paid"};
            if (order.paid) return Step{CreditState::payable, "the order is paid"};
            return {};
        case CreditState::payable:
            if (order.received) return Step{CreditState::paid, "receipt is confirmed"};
            if (order.refunded) return Step{CreditState::void_, "refunded before receipt"};
            return {};
        case CreditState::paid:
            if (order.refunded) return Step{CreditState::clawed_back, "refunded"};
            return {};
        case CreditState::clawed_back:
        case CreditState::void_: return {};
    }
    return {};
}

void follow(WriteCtx& ctx, Credit& credit, const trading::OrderStanding& order)
{
    while (const auto step = next_step(credit.state, order)) {
        if (!move_credit(ctx, credit, step->to, step->why)) return;
        if (step->to == CreditState::paid || step->to == CreditState::clawed_back) book(ctx, credit, step->to == CreditState::clawed_back);
    }
}

}  // namespace

void follow_order(WriteCtx& ctx, ShopId shop, OrderId id)
{
    std::vector<Credit> credits = store::credits_of(ctx.tx, shop, id);
    if (credits.empty()) return;
    for (const trading::OrderStanding& order : trading::order_standings(ctx.tx, shop, {id}))
        for (Credit& credit : credits) follow(ctx, credit, order);
}

Done owe_credits(WriteCtx& ctx, const trading::OrderPaid& news)
{
    follow_order(ctx, news.shop, news.order);
    return done();
}

Done pay_credits(WriteCtx& ctx, const trading::OrderCompleted& news)
{
    follow_order(ctx, news.shop, news.order);
    return done();
}

Done void_credits(WriteCtx& ctx, const trading::OrderCancelled& news)
{
    follow_order(ctx, news.shop, news.order);
    return done();
}

Done claw_back_credits(WriteCtx& ctx, const trading::OrderRefunded& news)
{
    follow_order(ctx, news.shop, news.order);
    return done();
}

}  // namespace meadow::creators
