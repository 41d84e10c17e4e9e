#include "jobs/beside.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

namespace meadow::jobs {

TEST(Beside, is_done_by_another_thread_and_waited_for)
{
    std::thread::id other;
    Beside beside([&] { other = std::this_thread::get_id(); });
    beside.wait();
    EXPECT_NE(other, std::thread::id{});
    EXPECT_NE(other, std::this_thread::get_id());
}

TEST(Beside, throws_what_it_threw_and_waits_where_nobody_asks)
{
    Beside broken([] { throw std::runtime_error("no"); });
    EXPECT_THROW(broken.wait(), std::runtime_error);
    int done = 0;
    {
        const Beside unasked([&] { done = 1; });
    }
    EXPECT_EQ(done, 1);
}

}  // namespace meadow::jobs
