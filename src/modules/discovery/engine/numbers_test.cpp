#include "modules/discovery/engine/numbers.hpp"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace meadow::discovery::engine {

TEST(Numbers, know_every_id_and_no_other)
{
    std::mt19937_64 random(5);
    Numbers numbers;
    std::unordered_map<std::uint64_t, std::uint32_t> same;
    EXPECT_EQ(numbers.find(std::uint64_t{0}), nullptr);
    for (std::uint64_t i = 0; i < 30'000; ++i) {
        const std::uint64_t key = i % 3 == 0 ? i : i % 3 == 1 ? random() : random() % 5'000;   // in a row, anywhere, and some again
        const auto [number, fresh] = numbers.take(key, std::uint32_t(same.size()));
        const auto [known, first] = same.try_emplace(key, std::uint32_t(same.size()));
        ASSERT_EQ(fresh, first);
        ASSERT_EQ(number, known->second);
    }
    for (const auto& [key, number] : same) {
        ASSERT_NE(numbers.find(key), nullptr);
        ASSERT_EQ(numbers.at(key), number);
    }
    for (int i = 0; i < 10'000; ++i)
        if (const std::uint64_t key = random(); !same.contains(key)) {
            ASSERT_EQ(numbers.find(key), nullptr);
            ASSERT_THROW(numbers.at(key), std::out_of_range);
        }
    numbers.clear(0);
    EXPECT_EQ(numbers.find(same.begin()->first), nullptr);
}

}  // namespace meadow::discovery::engine
