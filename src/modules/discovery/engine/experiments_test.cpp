#include "modules/discovery/engine/experiments.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {

TEST(Experiments, the_interval_holds_the_truth_and_narrows_with_readers)
{
    std::mt19937 random(3);
    int holds = 0;
    double wide = 0, narrow = 0;
    for (int town = 0; town < 100; ++town) {
        for (const int readers : {200, 2'000}) {
            PolicyRecord record(1);
            for (int r = 1; r <= readers; ++r) {
                const double opens = r % 2 == 0 ? 0.05 : 0.15;   // 0.1 on average, but unlike each other
                for (int i = 0; i < 20; ++i) {
                    record.shown(std::uint64_t(r));
                    if (double(random() % 10'000) < opens * 10'000) record.clicked(std::uint64_t(r));
                }
            }
            const Estimate clicks = record.outcome().clicks;
            if (readers == 2'000) holds += clicks.low <= 0.1 && 0.1 <= clicks.high;
            (readers == 200 ? wide : narrow) += clicks.high - clicks.low;
        }
    }
    EXPECT_GE(holds, 88);
    EXPECT_GT(wide, 2.5 * narrow);
}

TEST(Experiments, a_share_of_the_readers_stays_in_it)
{
    int inside = 0;
    for (std::uint64_t reader = 1; reader <= 10'000; ++reader) inside += in_share(reader, 2, 0.1);
    EXPECT_NEAR(inside, 1'000, 100);
    EXPECT_EQ(in_share(77, 2, 0.1), in_share(77, 2, 0.1));
    EXPECT_FALSE(in_share(77, 2, 0));
    EXPECT_TRUE(in_share(77, 2, 1));
}

TEST(Experiments, pages_name_the_policy_they_were_made_under_and_its_record_grows)
{
    constexpr Instant start{1'900'000'000'000'000};
    Engine engine;
    engine.note(start, NoteId{1}, UserId{9}, 7);
    Policy other;
    other.version = 2;
    other.readers_share = 0.5;
    engine.adopt(start, other);
    EXPECT_EQ(engine.state().policy.version, 1);
    int under_other = 0;
    for (std::int64_t reader = 100; reader < 200; ++reader) {
        const Page page = engine.page(start, UserId{reader}, 1);
        under_other += page.policy == 2;
        engine.shown(start, UserId{reader}, page);
        engine.heard(start, UserId{reader}, NoteId{1}, Deed::click, Arrival::feed);
    }
    EXPECT_NEAR(under_other, 50, 20);
    std::int64_t impressions = 0;
    for (const PolicyRecord& record : engine.state().records) {
        impressions += record.outcome().impressions;
        EXPECT_DOUBLE_EQ(record.outcome().clicks.value, 1);
    }
    EXPECT_EQ(impressions, 100);
    other.readers_share = 1;   // it won
    engine.adopt(start, other);
    EXPECT_EQ(engine.state().policy.version, 2);
    EXPECT_EQ(engine.page(start, UserId{777}, 1).policy, 2);
    EXPECT_EQ(Engine::from_snapshot(engine.snapshot()).snapshot(), engine.snapshot());
}

// The unbiased yardstick: such a slot may hold any note, each with the same chance, and the page says which chance that was.
TEST(Experiments, slots_left_to_chance_hold_any_note_and_say_how_likely_it_was)
{
    constexpr Instant start{1'900'000'000'000'000};
    constexpr std::int64_t notes = 50, readers = 400;
    Policy all;
    all.random_slots = 1;
    all.exploration = 0.2;
    Engine engine(all);
    for (std::int64_t n = 1; n <= notes; ++n) engine.note(start, NoteId{n}, UserId{9'000 + n}, 7);
    std::map<std::int64_t, std::int64_t> times;
    std::int64_t placed = 0;
    for (std::int64_t r = 1; r <= readers; ++r)
        for (const Placed& one : engine.page(start, UserId{r}, 10).notes) {
            if (one.source != Source::random) continue;
            EXPECT_NEAR(one.propensity, 1.0 / notes, 1e-6);
            ++times[one.note.value];
            ++placed;
        }
    EXPECT_NEAR(double(placed), readers * 10 * all.exploration, readers * 0.5);
    EXPECT_EQ(std::int64_t(times.size()), notes) << "none is left out";
    for (const auto& [note, n] : times) EXPECT_LT(n, 4 * placed / notes) << note;
    Policy none = all;
    none.random_slots = 0;
    Engine planned(none);
    for (std::int64_t n = 1; n <= notes; ++n) planned.note(start, NoteId{n}, UserId{9'000 + n}, 7);
    for (const Placed& one : planned.page(start, UserId{1}, 10).notes) EXPECT_NE(one.source, Source::random);
}

}  // namespace meadow::discovery::engine
