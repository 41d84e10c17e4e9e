#include <gtest/gtest.h>

#include <array>
#include <random>

#include "modules/discovery/engine/heads/calibration.hpp"
#include "modules/discovery/engine/heads/ftrl.hpp"

namespace meadow::discovery::engine {

TEST(Ftrl, learns_what_the_offset_does_not_explain_and_nothing_else)
{
    std::mt19937 random(7);
    Ftrl head;
    const double offset = logit(0.1);
    const std::array<std::uint32_t, 2> likely{1, 2}, usual{1, 3};
    const auto chance = [&](const auto& features) { return sigmoid(head.score(features, offset)); };
    EXPECT_DOUBLE_EQ(chance(likely), 0.1);
    for (int i = 0; i < 20'000; ++i) {
        const bool is_likely = random() % 2 == 0;
        const double truth = is_likely ? 0.3 : 0.1;
        const double happened = double(random() % 1'000) < truth * 1'000 ? 1 : 0;
        const auto& features = is_likely ? likely : usual;
        head.learn(features, chance(features) - happened);
    }
    EXPECT_NEAR(chance(likely), 0.3, 0.05);
    EXPECT_NEAR(chance(usual), 0.1, 0.03);
}

TEST(Calibration, makes_what_is_told_come_true)
{
    std::mt19937 random(7);
    Calibration calibration;
    Reliability before, after;
    // Told twice as much as happens.
    const auto live = [&](int answers, Reliability& seen, bool corrected) {
        for (int i = 0; i < answers; ++i) {
            const double told = 0.05 + double(random() % 500) / 1'000, happened = double(random() % 100'000) < told * 50'000 ? 1 : 0;
            seen.add(corrected ? calibration(told) : told, happened);
            calibration.add(told, happened);
        }
    };
    live(20'000, before, false);
    EXPECT_GT(before.error(), 0.1);
    calibration.fit();
    live(20'000, after, true);
    EXPECT_LT(after.error(), 0.02);
    EXPECT_EQ(after.answers(), 20'000);
}

TEST(Calibration, never_tells_less_of_what_is_likelier)
{
    std::mt19937 random(11);
    Calibration calibration;
    for (int i = 0; i < 5'000; ++i) {
        const double told = double(random() % 900 + 50) / 1'000;
        calibration.add(told, double(random() % 2));   // nothing to do with it
    }
    calibration.fit();
    double last = 0;
    for (double told = 0.1; told < 0.9; told += 0.01) {
        EXPECT_GE(calibration(told), last) << told;
        last = calibration(told);
    }
}

}  // namespace meadow::discovery::engine
