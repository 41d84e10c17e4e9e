#include "modules/discovery/engine/order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace meadow::discovery::engine {
namespace {

struct Order : ::testing::TestWithParam<std::size_t> {
    std::mt19937 random{17};

    // The younger notes first, some of equal scores.
    std::vector<Ranked> some(std::size_t count, std::uint32_t youngest)
    {
        std::vector<Ranked> out;
        for (std::size_t i = 0; i < count; ++i) out.push_back({random() % 5 == 0 ? float(random() % 4) : float(random()) / float(1 + random()), youngest - std::uint32_t(i)});
        return out;
    }
    static std::vector<Ranked> sorted(std::vector<Ranked> all, std::size_t most)
    {
        std::sort(all.begin(), all.end(), better);
        all.resize(std::min(all.size(), most));
        return all;
    }
    static bool same(const std::vector<Ranked>& a, const std::vector<Ranked>& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Ranked& x, const Ranked& y) { return x.note == y.note && x.score == y.score; });
    }
};

}  // namespace

TEST_P(Order, is_that_of_better)
{
    auto all = some(GetParam(), 100'000);
    const auto truth = sorted(all, 700);
    put_in_order(all, 700);
    EXPECT_TRUE(same(all, truth));
    auto more = some(GetParam() / 3 + 2, 200'000);
    auto both = all;
    both.insert(both.end(), more.begin(), more.end());
    merge_into(all, more, 750);
    EXPECT_TRUE(same(all, sorted(both, 750)));
}

INSTANTIATE_TEST_SUITE_P(Sizes, Order, ::testing::Values(0, 1, 2, 60, 700, 3'000));

}  // namespace meadow::discovery::engine
