#include "modules/trading/ledger/model.hpp"

#include <cassert>

#include "modules/trading/ledger/store.hpp"

namespace meadow::trading {
namespace {

AccountRef of_shop(AccountKind kind, ShopId shop) { return {kind, shop.value}; }
AccountRef of_platform(AccountKind kind) { return {kind, 0}; }

// The total as its receivers get it.
std::vector<Leg> settled_parts(const Order& order, std::int64_t sign)
{
    return {{of_shop(AccountKind::merchant, order.shop), (order.total - order.fee) * sign},
            {of_platform(AccountKind::platform_fee), order.fee * sign}};
}

std::vector<Leg> with(std::vector<Leg> legs, Leg leg)
{
    legs.push_back(leg);
    return legs;
}

std::string once(std::string_view what, const std::string& id) { return std::string(what) + "/" + id; }

}  // namespace

bool post(WriteCtx& ctx, ShopId shop, std::string_view reference, std::string_view what, OrderId order, std::vector<Leg> legs)
{
    Money sum;
    for (const Leg& leg : legs) sum += leg.amount;
    assert(!sum && "the legs of a posting sum to zero");

    const auto posting = ctx.ids.next();
    if (!store::insert_posting(ctx.tx, shop, reference, posting)) return false;
    for (const Leg& leg : legs) {
        if (!leg.amount) continue;
        store::insert_entry(ctx.tx, shop, leg.account, posting, order, what, leg.amount, ctx.now);
        store::add_to_balance(ctx.tx, shop, leg.account, leg.amount);
    }
    return true;
}

bool transfer(WriteCtx& ctx, ShopId home, std::string_view reference, std::string_view what, OrderId order, AccountRef from, AccountRef to,
              Money amount)
{
    return post(ctx, home, reference, what, order, {{from, -amount}, {to, amount}});
}

bool book_payment(WriteCtx& ctx, const Order& order, PaymentId payment)
{
    const Leg from{of_platform(AccountKind::gateway), -order.total};
    const bool at_once = order.settlement == Settlement::instant;
    return post(ctx, order.shop, once("payment", text(payment) + "/" + text(order.id)), "payment", order.id,
                at_once ? with(settled_parts(order, +1), from)
                        : std::vector<Leg>{from, {of_shop(AccountKind::escrow, order.shop), order.total}});
}

bool book_stray_payment(WriteCtx& ctx, const Order& order, PaymentId payment, Money amount)
{
    return transfer(ctx, order.shop, once("payment", text(payment) + "/" + text(order.id)), "stray payment", order.id, of_platform(AccountKind::gateway),
                    {AccountKind::buyer, order.buyer.value}, amount);
}

void book_settlement(WriteCtx& ctx, const Order& order)
{
    if (order.settlement == Settlement::instant) return;  // settled when it was paid
    post(ctx, order.shop, once("settled", text(order.id)), "settled", order.id,
         with(settled_parts(order, +1), {of_shop(AccountKind::escrow, order.shop), -order.total}));
}

void book_refund_ordered(WriteCtx& ctx, const Order& order, const Refund& refund)
{
    const Leg to{of_platform(AccountKind::refund), refund.amount};
    std::vector<Leg> legs;
    if (!concerns_order(refund.cause)) legs = {{{AccountKind::buyer, refund.buyer.value}, -refund.amount}, to};
    else if (refund.settled) legs = with(settled_parts(order, -1), to);   // with the fee: the shop may end below zero and owe it
    else legs = {{of_shop(AccountKind::escrow, order.shop), -refund.amount}, to};
    post(ctx, refund.shop, once("refund_ordered", text(refund.id)), "refund", refund.order, legs);
}

void book_refund_done(WriteCtx& ctx, const Refund& refund)
{
    transfer(ctx, refund.shop, once("refund_done", text(refund.id)), "refund", refund.order, of_platform(AccountKind::refund),
             of_platform(AccountKind::gateway), refund.amount);
}

}  // namespace meadow::trading
