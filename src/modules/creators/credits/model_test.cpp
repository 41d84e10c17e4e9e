#include "modules/creators/credits/model.hpp"

#include <gtest/gtest.h>

#include <set>

namespace meadow::creators {
namespace {

TEST(CreditMoves, every_state_is_reached_from_pending)
{
    std::set<CreditState> reached{CreditState::pending};
    for (std::size_t round = 0; round < credit_moves.size(); ++round)
        for (const CreditMove& move : credit_moves)
            if (reached.count(move.from)) reached.insert(move.to);
    EXPECT_EQ(reached.size(), describe<CreditState>().names.size());
}

TEST(CreditMoves, only_what_was_paid_can_be_clawed_back)
{
    for (const CreditMove& move : credit_moves) EXPECT_EQ(move.to == CreditState::clawed_back, move.from == CreditState::paid);
    EXPECT_FALSE(may_move(CreditState::pending, CreditState::paid));
    EXPECT_FALSE(may_move(CreditState::void_, CreditState::pending));
}

}  // namespace
}  // namespace meadow::creators
