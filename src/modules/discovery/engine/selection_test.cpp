#include "modules/discovery/engine/selection.hpp"

#include <gtest/gtest.h>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Instant start{1'900'000'000'000'000};
constexpr Duration day = std::chrono::hours{24};

}  // namespace

TEST(Selection, days_are_counted_for_a_week_and_no_longer)
{
    Days days;
    days.add(100);
    days.add(100);
    days.add(102);
    EXPECT_EQ(days.sum(0, 0), 1);
    EXPECT_EQ(days.sum(2, 2), 2);
    days.add(101);   // told late
    EXPECT_EQ(days.sum(1, 1), 1);
    days.turn(120);
    EXPECT_EQ(days.sum(0, Days::kept), 0);
    days.add(121);
    EXPECT_EQ(days.sum(0, 0), 1);
    EXPECT_EQ(days.today, 121);
}

TEST(Selection, little_predicts_little_and_much_predicts_surely)
{
    const Estimate none = predicted_growth(0, 0), few = predicted_growth(1, 3), many = predicted_growth(100, 300);
    EXPECT_DOUBLE_EQ(none.value, 1);
    EXPECT_LT(few.low, 1);
    EXPECT_GT(many.low, 2);
    EXPECT_LT(many.high - many.low, few.high - few.low);
}

TEST(Selection, what_the_community_warms_to_comes_first)
{
    Engine engine;
    const auto pin = [&](std::int64_t note, std::int64_t author, std::int64_t product, Instant at) {
        NoteLooks looks;
        looks.products = {ProductId{product}};
        engine.note(at, NoteId{note}, UserId{author}, 7, looks);
    };
    std::int64_t note = 0;
    for (int i = 0; i < 6; ++i) pin(++note, 10 + i, 1, start);              // was much spoken of
    for (int i = 0; i < 2; ++i) pin(++note, 10 + i, 2, start);
    for (int i = 0; i < 9; ++i) pin(++note, 20 + i % 3, 2, start + 4 * day);   // is now
    for (int i = 0; i < 5; ++i) engine.wants(start + 4 * day, UserId{100 + i}, ProductId{2});
    pin(++note, 10, 3, start - 20 * day + 25 * day);
    const auto rows = warming(engine.state(), start + 5 * day, 10);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].product, ProductId{2});
    EXPECT_EQ(rows[0].mentions, 9);
    EXPECT_EQ(rows[0].mentions_before, 2);
    EXPECT_EQ(rows[0].wants, 5);
    EXPECT_EQ(rows[0].authors, 5);
    EXPECT_GT(rows[0].growth.low, 1);
    EXPECT_EQ(rows.back().product, ProductId{1});
}

TEST(Selection, what_is_only_named_is_counted_as_well_and_what_people_say_of_it)
{
    Engine engine;
    NoteLooks looks;
    looks.things = {"兰蔻 粉底液"};
    looks.mood = 1;
    for (int i = 0; i < 4; ++i) engine.note(start, NoteId{1 + i}, UserId{10 + i}, 7, looks);
    engine.remarked(start, UserId{50}, NoteId{1}, true, 0);
    engine.remarked(start, UserId{51}, NoteId{1}, true, -1);
    engine.remarked(start, UserId{10}, NoteId{1}, true, 1);     // the author
    engine.remarked(start, UserId{52}, NoteId{99}, true, 1);    // of nothing
    looks.mood = 0;
    engine.note(start + day, NoteId{1}, UserId{10}, 7, looks);  // an edit says nothing new
    auto rows = warming(engine.state(), start + day, 10);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].thing, "兰蔻 粉底液");
    EXPECT_FALSE(rows[0].product);
    EXPECT_EQ(rows[0].mentions, 4);
    EXPECT_EQ(rows[0].authors, 4);
    EXPECT_EQ(rows[0].asks, 2);
    EXPECT_EQ(rows[0].content, 4);
    EXPECT_EQ(rows[0].discontent, 1);
    const Engine again = Engine::from_snapshot(engine.snapshot());
    EXPECT_EQ(again.snapshot(), engine.snapshot());
    EXPECT_EQ(warming(again.state(), start + day, 10).size(), 1u);
    for (int i = 0; i < 4; ++i) engine.withdrawn(start + day, NoteId{1 + i});
    EXPECT_TRUE(warming(engine.state(), start + day, 10).empty());
}

TEST(Selection, few_voices_say_little)
{
    EXPECT_EQ(mood_of(0, 0), 0);
    EXPECT_LT(mood_of(1, 0), 0.5);
    EXPECT_GT(mood_of(20, 0), 0.9);
    EXPECT_EQ(mood_of(3, 3), 0);
    EXPECT_LT(mood_of(0, 9), -0.8);
}

}  // namespace meadow::discovery::engine
