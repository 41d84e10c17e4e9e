#include "modules/discovery/engine/taste/space.hpp"

#include <gtest/gtest.h>

namespace meadow::discovery::engine {

TEST(FactorSpace, finds_what_the_same_people_open)
{
    // Two circles of readers, each with items of its own.
    std::vector<std::vector<std::uint32_t>> histories;
    for (std::uint32_t reader = 0; reader < 60; ++reader) {
        std::vector<std::uint32_t> history;
        for (std::uint32_t i = 0; i < 6; ++i) history.push_back((reader % 2) * 20 + (reader * 7 + i * 3) % 20);
        histories.push_back(history);
    }
    const auto space = FactorSpace::learn(histories, 41);   // nobody opened the last
    EXPECT_EQ(space->items(), 40u);
    const std::vector<std::uint32_t> first{0, 3, 6};
    const auto close = space->nearest(first, 5);
    ASSERT_EQ(close.size(), 5u);
    for (const Scored& s : close) {
        EXPECT_LT(s.item, 20u);
        EXPECT_EQ(std::find(first.begin(), first.end(), s.item), first.end());
    }
}

TEST(FactorSpace, a_graph_of_many_finds_what_a_look_at_all_finds)
{
    // More items than are looked at one by one; each opened by two readers who open its neighbours, too.
    const std::uint32_t items = std::uint32_t(FactorSpace::few) + 2'000;
    std::vector<std::vector<std::uint32_t>> histories;
    for (std::uint32_t i = 0; i + 4 <= items; i += 2) histories.push_back({i, i + 1, i + 2, i + 3});
    FactorRules rules;
    rules.size = 8;
    rules.sweeps = 2;
    const auto space = FactorSpace::learn(histories, items, rules);
    Factors all(rules);
    all.learn(histories, items);
    const std::vector<std::uint32_t> history{1'000, 1'001};
    const auto reader = all.fold_in(history);
    const auto found = space->nearest(history, 10);
    ASSERT_FALSE(found.empty());
    float best = 0;
    for (std::uint32_t item = 0; item < items; ++item)
        if (item != 1'000 && item != 1'001) best = std::max(best, all.score(reader, item));
    EXPECT_GE(found.front().score, 0.5f * best);
}

}  // namespace meadow::discovery::engine
