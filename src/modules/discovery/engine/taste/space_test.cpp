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

TEST(FactorSpace, a_graph_of_many_finds_the_circle_a_history_belongs_to)
{
    // More items than are looked at one by one, in circles of four hundred.
    constexpr std::uint32_t circle = 400, circles = std::uint32_t(FactorSpace::few) / circle + 2;
    std::vector<std::vector<std::uint32_t>> histories;
    std::uint64_t random = 1;
    const auto any = [&random](std::uint32_t below) {
        random = random * 6364136223846793005ull + 1442695040888963407ull;   // Knuth
        return std::uint32_t(random >> 33) % below;
    };
    for (std::uint32_t reader = 0; reader < 18'000; ++reader) {
        auto& history = histories.emplace_back();
        const std::uint32_t first = reader % circles * circle;
        for (int i = 0; i < 12; ++i) history.push_back(first + any(circle));
    }
    FactorRules rules;
    rules.size = 16;
    rules.sweeps = 3;
    const auto space = FactorSpace::learn(histories, circles * circle, rules);
    ASSERT_GT(space->items(), FactorSpace::few);
    const std::uint32_t first = 7 * circle;
    const std::vector<std::uint32_t> history{first + 1, first + 2, first + 3, first + 4};
    std::size_t inside = 0;
    const auto found = space->nearest(history, 10);
    for (const Scored& s : found) inside += s.item >= first && s.item < first + circle;
    EXPECT_GE(inside, 5u) << found.size() << " found";
}

}  // namespace meadow::discovery::engine
