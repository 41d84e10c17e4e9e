#include "modules/discovery/exposure/rates.hpp"

#include <gtest/gtest.h>

namespace meadow::discovery {

TEST(ExposureRates, readers_who_answer_all_or_nothing_are_worth_as_much_as_there_are_of_them)
{
    // 100 readers with 20 impressions each; half of them open all, the others nothing.
    const double same = design_effect({0, "", 100, 2'000, 1'000, 100 * 400, 50 * 400, 50 * 400});
    EXPECT_NEAR(same, 20, 0.3);
    // Everybody opens ten of their twenty: more even than chance, and not believed to be worth more than that.
    EXPECT_EQ(design_effect({0, "", 100, 2'000, 1'000, 100 * 400, 100 * 200, 100 * 100}), 1);
    EXPECT_EQ(design_effect({}), 1);
    EXPECT_EQ(design_effect({0, "", 1, 20, 3, 400, 60, 9}), 1);
}

TEST(ExposureRates, a_rate_has_wilsons_interval_of_so_many_fewer)
{
    const auto plain = rate(10, 100, 1), wide = rate(10, 100, 10), none = rate(0, 0, 1), all = rate(7, 7, 2);
    EXPECT_NEAR(plain.low, 0.0552, 0.0005);    // Wilson, textbooks
    EXPECT_NEAR(plain.high, 0.1744, 0.0005);
    EXPECT_EQ(wide.value, plain.value);
    EXPECT_LT(wide.low, plain.low);
    EXPECT_GT(wide.high, plain.high);
    EXPECT_EQ(none.low, 0);
    EXPECT_EQ(none.high, 1);
    EXPECT_LE(all.high, 1);
}

}  // namespace meadow::discovery
