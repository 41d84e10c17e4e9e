// A page kept in memory is the one of that version, or none.
#include "jobs/shelf.hpp"

#include <gtest/gtest.h>

#include "base/ids.hpp"

namespace meadow::jobs {
namespace {

struct Page {
    NoteId key;
    std::int64_t version = 0;
    std::size_t bytes = 1;
    std::size_t weight() const { return bytes; }
};
constexpr std::size_t most = 1024;
using Pages = Shelf<Page, most>;
constexpr Duration oldest = 5s;

std::shared_ptr<const Page> page_of(std::int64_t note, std::int64_t version) { return std::make_shared<const Page>(Page{NoteId{note}, version}); }

constexpr Instant noon{1'000'000'000};

}  // namespace

TEST(Shelf, holds_one_version_for_a_few_seconds)
{
    Pages shelf(oldest, 1 << 20);
    shelf.put(page_of(1, 3), noon);
    EXPECT_TRUE(shelf.find(NoteId{1}, 3, noon + 4s));
    EXPECT_FALSE(shelf.find(NoteId{1}, 4, noon));
    EXPECT_FALSE(shelf.find(NoteId{1}, 3, noon + oldest));
    EXPECT_FALSE(shelf.find(NoteId{1}, 3, noon - 1s)) << "a clock that was set back";
    EXPECT_FALSE(shelf.find(NoteId{2}, 3, noon));
}

TEST(Shelf, has_one_page_of_a_key)
{
    Pages shelf(oldest, 1 << 20);
    shelf.put(page_of(1, 1), noon);
    shelf.put(page_of(1, 2), noon);
    EXPECT_EQ(shelf.size(), 1u);
    EXPECT_TRUE(shelf.find(NoteId{1}, 2, noon));
}

TEST(Shelf, never_grows_beyond_its_bound_and_lets_go_of_what_is_oldest)
{
    Pages shelf(oldest, 1 << 20);
    constexpr std::int64_t last = 20'000;
    for (std::int64_t i = 1; i <= last; ++i) shelf.put(page_of(i, 1), noon + Duration{i});
    EXPECT_LE(shelf.size(), most);
    EXPECT_GT(shelf.size(), most * 9 / 10);
    EXPECT_FALSE(shelf.find(NoteId{1}, 1, noon + Duration{last}));
    std::size_t young = 0;
    for (std::int64_t i = last; i > last - 256; --i) young += shelf.find(NoteId{i}, 1, noon + Duration{last}) != nullptr;
    EXPECT_GT(young, 250u);
}

TEST(Shelf, never_holds_more_bytes_than_it_has_room_for_and_goes_on_taking)
{
    Pages shelf(oldest, 10'000);
    std::int64_t kept = 0;
    for (std::int64_t i = 1; i <= 20'000; ++i) {
        const Instant now = noon + Duration{i};
        shelf.put(std::make_shared<const Page>(Page{NoteId{i}, 1, std::size_t(1 + i * 7919 % 400)}), now);
        ASSERT_LE(shelf.bytes(), 10'000u) << i;
        if (i > 10'000) kept += shelf.find(NoteId{i}, 1, now) != nullptr;
    }
    EXPECT_GT(shelf.bytes(), 8'000u);
    EXPECT_GT(kept, 1'000);
}

}  // namespace meadow::jobs
