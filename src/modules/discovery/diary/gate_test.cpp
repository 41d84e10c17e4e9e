#include <gtest/gtest.h>

#include <latch>
#include <vector>

#include "modules/discovery/diary/gate.hpp"

namespace meadow::discovery {

TEST(Gate, who_tells_is_alone_and_readers_are_not)
{
    Gate gate;
    std::int64_t a = 0, b = 0;   // equal but while somebody tells
    std::atomic<std::int64_t> torn{0}, reads{0};
    std::latch begin(6);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            begin.arrive_and_wait();
            for (int turn = 0; turn < 5'000; ++turn) {
                const auto reading = gate.read();
                torn += a != b;
                ++reads;
            }
        });
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&] {
            begin.arrive_and_wait();
            for (int turn = 0; turn < 2'000; ++turn) {
                const auto telling = gate.tell();
                ++a;
                ++b;
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(torn.load(), 0);
    EXPECT_EQ(reads.load(), 20'000);
    EXPECT_EQ(a, 4'000);
}

TEST(Gate, readers_are_inside_together_and_beside_who_studies)
{
    Gate gate;
    const auto study = gate.study();
    const auto reading = gate.read();
    std::thread other([&] { const auto reading_too = gate.read(); });   // or this test never ends
    other.join();
}

TEST(Gate, who_studies_keeps_others_from_telling)
{
    Gate gate;
    std::atomic<bool> told{false};
    std::thread teller;
    {
        const auto study = gate.study();
        teller = std::thread([&] {
            const auto telling = gate.tell();
            told = true;
        });
        const auto reading = gate.read();   // the teller has not shut the door
        EXPECT_FALSE(told.load());
    }
    teller.join();
    EXPECT_TRUE(told.load());
}

}  // namespace meadow::discovery
