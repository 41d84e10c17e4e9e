#include "modules/trading/refunds/model.hpp"

#include <gtest/gtest.h>

#include <set>

namespace meadow::trading {

TEST(RefundMoves, lead_everywhere_from_asked)
{
    std::set<RefundState> seen{RefundState::asked};
    for (std::size_t grew = 0; grew != seen.size();) {
        grew = seen.size();
        for (const RefundMove& move : refund_moves)
            if (seen.contains(move.from)) seen.insert(move.to);
    }
    EXPECT_EQ(seen.size(), describe<RefundState>().names.size());
}

TEST(RefundMoves, what_was_granted_is_paid_back_and_nothing_else)
{
    for (const RefundMove& move : refund_moves) {
        if (move.from == RefundState::approved) EXPECT_EQ(move.to, RefundState::done);
        if (move.to == RefundState::done) EXPECT_EQ(move.from, RefundState::approved);
    }
    for (const RefundState end : {RefundState::done, RefundState::dismissed, RefundState::withdrawn})
        for (const RefundMove& move : refund_moves) EXPECT_NE(move.from, end);
}

}  // namespace meadow::trading
