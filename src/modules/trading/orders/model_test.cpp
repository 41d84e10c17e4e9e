#include "modules/trading/orders/model.hpp"

#include <gtest/gtest.h>

#include <set>

namespace meadow::trading {
namespace {

std::set<OrderState> reachable_from(OrderState start)
{
    std::set<OrderState> seen{start};
    for (std::size_t grew = 0; grew != seen.size();) {
        grew = seen.size();
        for (const OrderMove& move : order_moves)
            if (seen.contains(move.from)) seen.insert(move.to);
    }
    return seen;
}

}  // namespace

TEST(OrderMoves, lead_everywhere_from_placed)
{
    EXPECT_EQ(reachable_from(OrderState::placed).size(), describe<OrderState>().names.size());
}

TEST(OrderMoves, lead_nowhere_from_the_ends_and_never_back_to_the_start)
{
    for (const OrderState end : {OrderState::cancelled, OrderState::refunded}) EXPECT_EQ(reachable_from(end).size(), 1u);
    for (const OrderMove& move : order_moves) EXPECT_NE(move.to, OrderState::placed);
}

TEST(OrderMoves, every_paid_order_can_still_end_completed_or_refunded)
{
    for (const OrderState state : {OrderState::paid, OrderState::shipped, OrderState::delivered, OrderState::refunding}) {
        EXPECT_TRUE(reachable_from(state).contains(OrderState::refunded)) << name_of(state);
        EXPECT_TRUE(reachable_from(state).contains(OrderState::completed)) << name_of(state);
        EXPECT_FALSE(reachable_from(state).contains(OrderState::cancelled)) << name_of(state);
    }
}

TEST(OrderMoves, are_listed_once)
{
    std::set<std::pair<OrderState, OrderState>> seen;
    for (const OrderMove& move : order_moves) EXPECT_TRUE(seen.insert({move.from, move.to}).second);
}

TEST(Order, stands_where_what_happened_to_it_says)
{
    Order order;
    EXPECT_EQ(standing(order), OrderState::paid);
    order.shipped_at = {1};
    EXPECT_EQ(standing(order), OrderState::shipped);
    order.delivered_at = {2};
    EXPECT_EQ(standing(order), OrderState::delivered);
    order.completed_at = {3};
    EXPECT_EQ(standing(order), OrderState::completed);
    for (const OrderState state : {OrderState::paid, OrderState::shipped, OrderState::delivered, OrderState::completed})
        EXPECT_TRUE(may_move(OrderState::refunding, state)) << name_of(state);
}

}  // namespace meadow::trading
