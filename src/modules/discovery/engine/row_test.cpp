#include "modules/discovery/engine/row.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace meadow::discovery::engine {

TEST(Row, holds_what_a_vector_would)
{
    std::mt19937 random(3);
    Row<std::uint32_t> row;
    std::vector<std::uint32_t> same;
    const auto any = [&] { return std::ptrdiff_t(random() % (same.size() + 1)); };
    for (int step = 0; step < 20'000; ++step) {
        const std::uint32_t value = random() % 100;
        switch (random() % 8) {
            case 0:
            case 1:
            case 2: row.push_back(value), same.push_back(value); break;
            case 3: {
                const auto at = any();
                row.insert(row.begin() + at, value);
                same.insert(same.begin() + at, value);
                break;
            }
            case 4: EXPECT_EQ(erase(row, value), std::erase(same, value)); break;
            case 5:
                if (const auto a = any(), b = any(); random() % 50 == 0 && a <= b) row.erase(row.begin() + a, row.begin() + b), same.erase(same.begin() + a, same.begin() + b);
                break;
            case 6: {
                const Row<std::uint32_t> copy = row;
                row.clear();
                row = copy;
                break;
            }
            case 7:
                if (random() % 100 == 0) row.resize(same.size() / 2), same.resize(same.size() / 2), row.shrink_to_fit();
                if (random() % 100 == 0) row.resize(same.size() + 3), same.resize(same.size() + 3);
                break;
        }
        ASSERT_TRUE(std::equal(row.begin(), row.end(), same.begin(), same.end())) << "step " << step;
    }
    EXPECT_GT(same.size(), 10u);
}

TEST(Row, may_be_given_what_stands_in_it)
{
    Row<std::uint64_t> row{7};
    for (int i = 0; i < 100; ++i) row.push_back(row.front());
    EXPECT_EQ(std::count(row.begin(), row.end(), 7u), 101);
}

TEST(Row, is_a_pointer_and_counts_what_the_allocator_gives)
{
    static_assert(sizeof(Row<std::uint32_t>) == sizeof(void*));
    EXPECT_EQ(Row<std::uint32_t>::bytes_of(0), 0);
    EXPECT_EQ(Row<std::uint32_t>::bytes_of(4), 32);    // 8 + 16, and 8 of the allocator's
    EXPECT_EQ(Row<std::uint32_t>::bytes_of(5), 48);    // it gives sixteenths
}

}  // namespace meadow::discovery::engine
