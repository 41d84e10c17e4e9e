// The ladder's rule alone, as tables: evidence in, decision out. judge, in_words, pool_end, appeal_of.
#include <gtest/gtest.h>

#include <sstream>

#include "modules/discovery/engine/ladder.hpp"
#include "support/tables.hpp"

namespace meadow::discovery::engine {
namespace {

// "pool 1 views 45 E 5 C 9 E' 3 R 4 fresh 1 bar 0.5 author 1"
Hearing hearing_of(const std::string& line)
{
    Hearing h;
    h.prior.kappa = 2;
    std::istringstream in(line);
    std::string name;
    double value = 0;
    while (in >> name >> value) {
        if (name == "pool") h.pool = std::int64_t(value);
        else if (name == "views") h.views = std::int64_t(value);
        else if (name == "E") h.evidence.expected = micro(value);
        else if (name == "C") h.evidence.clicks = micro(value);
        else if (name == "E'") h.evidence.expected_engagement = micro(value);
        else if (name == "R") h.evidence.engagement = micro(value);
        else if (name == "fresh") h.freshness = value;
        else if (name == "bar") h.bar = value;
        else if (name == "author") h.prior.mean = value;
        else ADD_FAILURE() << "unknown word " << name;
    }
    return h;
}

}  // namespace

TEST(Ladder, verdicts_follow_from_the_evidence)
{
    testing::run_tables("ladder", [](const std::string& input) {
        std::string out;
        std::istringstream lines(input);
        for (std::string line; std::getline(lines, line);) {
            const Verdict v = judge({}, hearing_of(line));
            char figures[80];
            std::snprintf(figures, sizeof figures, "%.2f [%.2f, %.2f] ", v.mean, v.low, v.high);
            out += figures + in_words(v) + "\n";
        }
        return out;
    });
}

TEST(Ladder, without_evidence_a_note_is_average)
{
    const Appeal appeal = appeal_of({}, {});
    EXPECT_DOUBLE_EQ(appeal.mean, 1);
    EXPECT_LT(appeal.quantile(-1), 1);
    EXPECT_GT(appeal.quantile(1), 1);
}

TEST(Ladder, a_heavy_act_is_not_many_votes)
{
    const Evidence one_share{micro(10), micro(10), micro(3), micro(4)};
    Prior light, heavy;
    light.kappa = 1;
    heavy.kappa = 4;
    EXPECT_LT(appeal_of(one_share, heavy).mean, appeal_of(one_share, light).mean);
    EXPECT_GT(appeal_of(one_share, heavy).spread, appeal_of(one_share, light).spread);
}

TEST(Ladder, pools_grow_by_the_same_factor)
{
    EXPECT_EQ(pool_end({}, 15, 1), 15);
    EXPECT_EQ(pool_end({}, 15, 2), 45);
    EXPECT_EQ(pool_end({}, 15, 4), 405);
}

TEST(Ladder, the_spread_of_appeal_is_measured_not_assumed)
{
    Spread even, uneven;
    for (int i = 0; i < 5'000; ++i) {
        even.add(i % 2 == 0 ? 0 : 2, 1, 1);        // variance 1 of mean 1: chance alone
        uneven.add(i % 4 == 0 ? 4 : 0, 1, 1);      // variance 3: notes differ
    }
    EXPECT_GT(even.strength(4), 20);
    EXPECT_NEAR(uneven.strength(4), 0.5, 0.1);
}

TEST(Verdict, is_told_as_it_was_kept)
{
    const Verdict first = judge({}, {Instant{1'900'000'123'456'789}, 3, 405, {35'123'456, 41'000'000, 12'345'678, 20'000'000}, {4, 3, 1.5, 1.1}, 0.7, 0.65});
    const Verdict again = told(kept(first));
    EXPECT_EQ(again.at, Instant{1'900'000'123'000'000});
    EXPECT_EQ(again.opened, 41);
    EXPECT_EQ(again.engagement, 20);
    EXPECT_NEAR(again.expected, first.expected, 1e-4);
    for (const auto member : {&Verdict::mean, &Verdict::low, &Verdict::high, &Verdict::freshness, &Verdict::bar, &Verdict::expected_engagement})
        EXPECT_NEAR(again.*member, first.*member, 1e-4);
    EXPECT_EQ(again.pool, 3);
    EXPECT_EQ(again.views, 405);
    EXPECT_EQ(again.policy, first.policy);
    EXPECT_EQ(again.decision, first.decision);
    EXPECT_EQ(again.reason, first.reason);
    EXPECT_EQ(in_words(again), in_words(first));
}

}  // namespace meadow::discovery::engine
