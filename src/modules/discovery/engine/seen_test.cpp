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

}  // namespace meadow::discovery::engine
