#include "modules/trading/payments/model.hpp"

#include <gtest/gtest.h>

#include <set>

namespace meadow::trading {
namespace {

TEST(PaymentMoves, every_state_is_reached_from_created_and_money_once_in_stays_in_or_goes_back)
{
    std::set<PaymentState> reached{PaymentState::created};
    for (std::size_t round = 0; round < payment_moves.size(); ++round)
        for (const PaymentMove& move : payment_moves)
            if (reached.count(move.from)) reached.insert(move.to);
    EXPECT_EQ(reached.size(), describe<PaymentState>().names.size());
    for (const PaymentMove& move : payment_moves) EXPECT_TRUE(!is_paid(move.from) || is_paid(move.to));
}

TEST(PaymentMoves, the_gateways_word_counts_in_any_order_and_money_always_counts)
{
    using P = PaymentState;
    using C = ChargeState;
    for (const P before : {P::created, P::pending, P::expired, P::closed, P::failed}) EXPECT_EQ(moved_by(before, C::paid, true), P::succeeded);
    for (const P after : {P::succeeded, P::partly_refunded, P::refunded})
        for (const C told : {C::open, C::processing, C::paid, C::failed, C::closed}) EXPECT_FALSE(moved_by(after, told, true));
    EXPECT_FALSE(moved_by(P::created, C::open, false));
    EXPECT_EQ(moved_by(P::created, C::open, true), P::expired);
    EXPECT_EQ(moved_by(P::created, C::processing, true), P::pending);
    EXPECT_EQ(moved_by(P::pending, C::failed, false), P::failed);
    EXPECT_FALSE(moved_by(P::closed, C::failed, false));
}

TEST(Trade, is_a_name_that_leads_back_to_buyer_and_payment)
{
    const Trade trade{UserId{77}, PaymentId{99}};
    const auto back = parse_trade(trade_name(trade));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->buyer, trade.buyer);
    EXPECT_EQ(back->payment, trade.payment);
    for (const char* wrong : {"", "-", "usr_0000000000001", "pay_0000000000001-usr_0000000000001", "usr_0000000000001-pay_!"}) EXPECT_FALSE(parse_trade(wrong)) << wrong;
}

TEST(WaitBefore, doubles_up_to_the_longest)
{
    EXPECT_EQ(wait_before(0, 30s, 1h), 30s);
    EXPECT_EQ(wait_before(3, 30s, 1h), 4min);
    EXPECT_EQ(wait_before(60, 30s, 1h), 1h);
}

}  // namespace
}  // namespace meadow::trading
