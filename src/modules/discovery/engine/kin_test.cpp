#include "modules/discovery/engine/kin.hpp"

#include <gtest/gtest.h>

#include "blobs/look.hpp"
#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Instant start{1'900'000'000'000'000};

}  // namespace

TEST(Kin, many_who_wanted_both_say_more_than_one)
{
    Engine engine;
    const auto wants = [&](std::int64_t reader, std::int64_t product) { engine.wants(start, UserId{reader}, ProductId{product}); };
    wants(1, 10), wants(1, 11);
    for (int i = 0; i < 20; ++i) wants(100 + i, 20), wants(100 + i, 21);
    wants(100, 22);
    const auto few = wanted_with(engine.state(), ProductId{10}, 5), many = wanted_with(engine.state(), ProductId{20}, 5);
    ASSERT_EQ(few.size(), 1u);
    EXPECT_EQ(few[0].id, ProductId{11});
    EXPECT_LT(few[0].score, 0.2);
    ASSERT_EQ(many.size(), 2u);
    EXPECT_EQ(many[0].id, ProductId{21});
    EXPECT_GT(many[0].score, 0.7);
    EXPECT_LT(many[1].score, many[0].score / 2);
    EXPECT_TRUE(wanted_with(engine.state(), ProductId{99}, 5).empty());
    EXPECT_EQ(wanted_with(engine.state(), ProductId{20}, 1).size(), 1u);
}

TEST(Kin, what_people_wanted_stands_in_a_snapshot)
{
    Engine engine;
    engine.wants(start, UserId{1}, ProductId{10});
    engine.wants(start, UserId{1}, ProductId{11});
    const Engine again = Engine::from_snapshot(engine.snapshot());
    EXPECT_EQ(again.snapshot(), engine.snapshot());
    EXPECT_EQ(wanted_with(again.state(), ProductId{10}, 5).size(), 1u);
}

TEST(Kin, a_reworded_copy_under_the_same_cover_is_a_twin_and_a_series_is_none)
{
    Note mine, theirs;
    mine.author = 1, theirs.author = 2;
    mine.print = 0xF0F0'F0F0'F0F0'F0F0, theirs.print = mine.print ^ 0x3FF;   // ten bits apart
    EXPECT_FALSE(twins(mine, theirs));
    mine.cover = theirs.cover = blobs::look_of("LEHV6nWB2yk8pyo0adR*.7kCMdnj");
    ASSERT_NE(mine.cover, 0u);
    EXPECT_TRUE(twins(mine, theirs));
    theirs.author = 1;
    EXPECT_FALSE(twins(mine, theirs));
    theirs.author = 2;
    theirs.print = ~mine.print;   // what they say is another matter
    EXPECT_FALSE(twins(mine, theirs));
    theirs.print = mine.print ^ 7;
    theirs.cover = 0;
    EXPECT_TRUE(twins(mine, theirs));
}

TEST(Kin, of_a_note_that_nobody_knows_nothing_is_known)
{
    const Engine engine;
    EXPECT_TRUE(opened_with(engine.state(), NoteId{1}, 5).empty());
    EXPECT_TRUE(close_to(engine.state(), NoteId{1}, nullptr, 5).empty());
}

}  // namespace meadow::discovery::engine
