#include "modules/discovery/diary/guest_pages.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "base/json.hpp"

namespace meadow::discovery {
namespace {

engine::Page page_of(std::int64_t first)
{
    engine::Page page;
    page.policy = 1;
    for (std::int64_t i = 0; i < 20; ++i) page.notes.push_back({NoteId{first + i}, engine::Source::topic});
    return page;
}

struct GuestPagesTest : testing::Test {
    jobs::FakeClock clock{Instant{1'900'000'000'000'000}};
    jobs::IdSource ids{clock, 0};
    GuestPages pages;
    std::int64_t times(const Entry& entry) const
    {
        const auto telling = telling_of(entry.reader, entry.at, entry.kind, entry.body);
        std::int64_t out = 0;
        for (const GuestLine& line : std::get<GuestsEntry>(telling.body).notes) out += line.times;
        return out;
    }
};

}  // namespace

TEST_F(GuestPagesTest, many_threads_count_into_one_batch)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 500; ++n) pages.shown(page_of(1));
        });
    for (auto& thread : threads) thread.join();
    const auto batch = pages.waiting(clock.now(), ids);
    ASSERT_TRUE(batch);
    EXPECT_EQ(std::get<GuestsEntry>(telling_of({}, {}, batch->kind, batch->body).body).notes.size(), 20u);
    EXPECT_EQ(times(*batch), 4 * 500 * 20);
}

TEST_F(GuestPagesTest, a_batch_that_could_not_be_written_is_the_same_batch_until_it_was)
{
    EXPECT_FALSE(pages.waiting(clock.now(), ids));
    pages.shown(page_of(1));
    const auto batch = pages.waiting(clock.now(), ids);
    ASSERT_TRUE(batch);
    pages.shown(page_of(1));
    clock.advance(1min);
    EXPECT_EQ(to_json(*pages.waiting(clock.now(), ids)), to_json(*batch));
    pages.written(*batch);
    const auto next = pages.waiting(clock.now(), ids);
    ASSERT_TRUE(next);
    EXPECT_NE(next->key, batch->key);
    EXPECT_EQ(times(*next), 20);
    pages.written(*batch);   // told late, by another thread: another batch
    EXPECT_TRUE(pages.waiting(clock.now(), ids));
    pages.written(*next);
    pages.shown(page_of(1));
    EXPECT_FALSE(pages.waiting(clock.now(), ids)) << "one in five seconds";
    clock.advance(GuestPages::pause);
    EXPECT_TRUE(pages.waiting(clock.now(), ids));
}

TEST_F(GuestPagesTest, hold_no_more_than_they_may)
{
    for (std::int64_t n = 0; n < 1'000; ++n) pages.shown(page_of(1 + 20 * n));
    const auto batch = pages.waiting(clock.now(), ids);
    EXPECT_EQ(times(*batch), std::int64_t(GuestPages::most_lines));
}

}  // namespace meadow::discovery
