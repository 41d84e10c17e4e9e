#include <gtest/gtest.h>

#include <random>
#include <set>

#include "modules/discovery/engine/seen.hpp"

namespace meadow::discovery::engine {

TEST(SeenNotes, is_exact_and_forgets_whole_days)
{
    std::mt19937 random(7);
    SeenNotes seen;
    std::set<std::uint32_t> by_day[40], all;
    for (std::int32_t day = 0; day < 40; ++day) {
        for (int i = 0; i < 50; ++i) {
            const std::uint32_t note = random() % 4000;
            if (all.insert(note).second) by_day[day].insert(note);
            seen.add(note, day);
        }
        if (day < 30) continue;
        seen.forget_before(day - 29);
        for (const std::uint32_t old : by_day[day - 30]) all.erase(old);
        ASSERT_EQ(seen.size(), all.size());
        for (std::uint32_t note = 0; note < 4000; ++note) ASSERT_EQ(seen.contains(note), all.contains(note)) << note << " on day " << day;
    }
}

TEST(SeenNotes, are_exact_in_towns_of_any_size_at_three_bytes_and_a_half)
{
    std::mt19937 random(8);
    SeenNotes seen;
    std::set<std::uint32_t> all;
    for (int i = 0; i < 3'000; ++i) {
        const std::uint32_t note = i % 2 == 0 ? random() % 600'000 : random();
        seen.add(note, 20);
        all.insert(note);
    }
    for (int i = 0; i < 1'000; ++i) seen.add(random() % 600'000, 25);
    seen.forget_before(25);
    EXPECT_LT(seen.bytes(), 3'700);
    for (int i = 0; i < 3'000; ++i) seen.add(*std::next(all.begin(), i % 7), 25);   // again
    seen = {};
    for (const std::uint32_t note : all) seen.add(note, 30);
    EXPECT_EQ(seen.size(), all.size());
    for (const std::uint32_t note : all)
        for (const std::uint32_t near : {note - 1, note, note + 1, note ^ 0x10000u}) ASSERT_EQ(seen.contains(near), all.contains(near)) << near;
}

TEST(SeenSpread, says_the_same_of_few_and_of_many_and_leaves_nothing_to_the_next)
{
    std::mt19937 random(9);
    for (const int shown : {0, 500, 20'000}) {
        SeenNotes seen;
        for (int i = 0; i < shown; ++i) seen.add(random() % 300'000, 20);
        const SeenSpread spread(seen);
        for (std::uint32_t note = 0; note < 300'100; ++note) ASSERT_EQ(spread.contains(note), seen.contains(note)) << note << " of " << shown;
    }
    const SeenNotes none;
    const SeenSpread spread(none);
    for (std::uint32_t note = 0; note < 300'100; ++note) ASSERT_FALSE(spread.contains(note));
}

}  // namespace meadow::discovery::engine
