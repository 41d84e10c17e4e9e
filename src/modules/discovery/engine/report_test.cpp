#include "modules/discovery/engine/report.hpp"

#include <gtest/gtest.h>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Instant start{1'900'000'000'000'000};

}  // namespace

TEST(LadderReport, tells_how_unevenly_impressions_are_spread)
{
    std::vector<std::int64_t> alike{5, 5, 5, 5}, one_has_all{0, 0, 0, 20}, nobody{};
    EXPECT_DOUBLE_EQ(gini(alike), 0);
    EXPECT_DOUBLE_EQ(gini(one_has_all), 0.75);
    EXPECT_DOUBLE_EQ(gini(nobody), 0);
}

TEST(LadderReport, never_gives_a_share_without_its_interval)
{
    const Share none = share_of(0, 0), half = share_of(5, 10), many = share_of(5'000, 10'000);
    EXPECT_EQ(none.low, 0);
    EXPECT_EQ(none.high, 1);
    EXPECT_NEAR(half.low, 0.2366, 1e-3);
    EXPECT_NEAR(half.high, 0.7634, 1e-3);
    EXPECT_LT(many.high - many.low, 0.02);
}

TEST(LadderReport, counts_who_waits_who_starves_and_what_became_of_them)
{
    Engine engine;
    engine.note(start, NoteId{1}, UserId{1}, 7);
    engine.note(start, NoteId{2}, UserId{2}, 7);
    for (std::int64_t reader = 10; reader < 40; ++reader) {
        Page page = engine.page(start, UserId{reader}, 1);
        std::erase_if(page.notes, [](const Placed& p) { return p.note != NoteId{1}; });
        engine.shown(start, UserId{reader}, page);
    }
    engine.advance(start + std::chrono::hours{25});
    const LadderReport report = report_of(engine.state());
    EXPECT_EQ(report.rungs.trial, 1);
    EXPECT_EQ(report.starved, 1);
    ASSERT_EQ(report.starved_notes.size(), 1u);
    EXPECT_EQ(report.starved_notes[0].note, NoteId{2});
    EXPECT_EQ(report.starved_notes[0].guaranteed, 6) << "few impressions: the least there is";
    ASSERT_EQ(report.pools.size(), 1u);
    EXPECT_EQ(report.pools[0].judged, 1);
    EXPECT_EQ(report.promotion.of, 1);
    ASSERT_EQ(report.queues.size(), 1u);
    EXPECT_EQ(report.queues[0].waiting, 1);
    EXPECT_EQ(report.authors, 2);
    EXPECT_DOUBLE_EQ(report.top_share, 1);
    EXPECT_DOUBLE_EQ(report.gini, 0.5);
}

}  // namespace meadow::discovery::engine
