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

template <class Each>
Done each_credit(WriteCtx& ctx, ShopId shop, OrderId order, Each&& each)
{
    for (Credit& credit : store::credits_of(ctx.tx, shop, order)) each(credit);
    return done();
}

}  // namespace

Done owe_credits(WriteCtx& ctx, const trading::OrderPaid& news)
{
    return each_credit(ctx, news.shop, news.order, [&](Credit& c) {
        if (c.state == CreditState::pending) move_credit(ctx, c, CreditState::payable, "the order is paid");
    });
}

Done pay_credits(WriteCtx& ctx, const trading::OrderCompleted& news)
{
    return each_credit(ctx, news.shop, news.order, [&](Credit& c) {
        if (c.state == CreditState::payable && move_credit(ctx, c, CreditState::paid, "receipt is confirmed")) book(ctx, c, false);
    });
}

Done void_credits(WriteCtx& ctx, const trading::OrderCancelled& news)
{
    return each_credit(ctx, news.shop, news.order, [&](Credit& c) {
        if (c.state == CreditState::pending) move_credit(ctx, c, CreditState::void_, "the order was never paid");
    });
}

Done claw_back_credits(WriteCtx& ctx, const trading::OrderRefunded& news)
{
    return each_credit(ctx, news.shop, news.order, [&](Credit& c) {
        if (c.state == CreditState::payable) move_credit(ctx, c, CreditState::void_, "refunded before receipt");
        else if (c.state == CreditState::paid && move_credit(ctx, c, CreditState::clawed_back, "refunded")) book(ctx, c, true);
    });
}

}  // namespace meadow::creators
