// Pages kept in memory stay within their bounds.
#include "jobs/shelf.hpp"

#include <gtest/gtest.h>

#include "base/ids.hpp"

namespace meadow::jobs {
namespace {

struct Page {
    NoteId note;
    int print = 1;
    std::size_t bytes = 1;
    std::size_t weight() const { return bytes; }
};
constexpr std::size_t rows = 128, most = 7 * rows;
using Pages = Shelf<Page, &Page::note, rows>;
constexpr Duration oldest = 5s;
constexpr Instant noon{1'000'000'000};

std::shared_ptr<const Page> page_of(std::int64_t note, int print = 1, std::size_t bytes = 1)
{
    return std::make_shared<const Page>(Page{NoteId{note}, print, bytes});
}

}  // namespace

TEST(Shelf, holds_a_page_for_a_few_seconds)
{
    Pages shelf(oldest, 1 << 20);
    shelf.put(page_of(1), noon);
    EXPECT_TRUE(shelf.find(NoteId{1}, noon + 4s));
    EXPECT_FALSE(shelf.find(NoteId{1}, noon + oldest));
    EXPECT_FALSE(shelf.find(NoteId{1}, noon - 1s)) << "a clock that was set back";
    EXPECT_FALSE(shelf.find(NoteId{2}, noon));
}

TEST(Shelf, has_one_page_of_a_key_the_youngest)
{
    Pages shelf(oldest, 1 << 20);
    shelf.put(page_of(1, 1, 100), noon);
    shelf.put(page_of(1, 3, 50), noon + 2s);
    shelf.put(page_of(1, 2, 70), noon + 1s);
    EXPECT_EQ(shelf.size(), 1u);
    EXPECT_EQ(shelf.bytes(), 50u);
    EXPECT_EQ(shelf.find(NoteId{1}, noon + 2s)->print, 3);
}

TEST(Shelf, never_grows_beyond_its_bound_and_lets_go_of_what_is_oldest)
{
    Pages shelf(oldest, 1 << 20);
    constexpr std::int64_t last = 20'000;
    for (std::int64_t i = 1; i <= last; ++i) shelf.put(page_of(i), noon + Duration{i});
    EXPECT_LE(shelf.size(), most);
    EXPECT_GT(shelf.size(), most * 9 / 10);
    EXPECT_FALSE(shelf.find(NoteId{1}, noon + Duration{last}));
    std::size_t young = 0;
    for (std::int64_t i = last; i > last - 256; --i) young += shelf.find(NoteId{i}, noon + Duration{last}) != nullptr;
    EXPECT_GT(young, 250u);
}

TEST(Shelf, does_not_give_what_is_asked_for_again_and_again_for_what_is_asked_for_once)
{
    Pages shelf(oldest, 1 << 20);
    constexpr std::int64_t often = 100;
    for (std::int64_t i = 1; i <= often; ++i) shelf.put(page_of(i), noon);
    for (std::int64_t i = 1; i <= 20'000; ++i) {
        shelf.put(page_of(1'000 + i), noon + Duration{i});
        shelf.find(NoteId{1 + i % often}, noon + Duration{i});
    }
    std::size_t kept = 0;
    for (std::int64_t i = 1; i <= often; ++i) kept += shelf.find(NoteId{i}, noon + Duration{20'001}) != nullptr;
    EXPECT_GT(kept, 90u);
}

TEST(Shelf, gives_what_was_popular_once_when_it_is_too_old_to_be_shown)
{
    Pages shelf(oldest, 1 << 20);
    for (std::int64_t i = 1; i <= std::int64_t(most); ++i) shelf.put(page_of(i), noon);
    for (std::int64_t i = 1; i <= std::int64_t(most); ++i) shelf.find(NoteId{i}, noon);
    const std::size_t before = shelf.size();
    for (std::int64_t i = 1; i <= 20'000; ++i) shelf.put(page_of(100'000 + i), noon + oldest);
    std::size_t young = 0;
    for (std::int64_t i = 1; i <= 20'000; ++i) young += shelf.find(NoteId{100'000 + i}, noon + oldest) != nullptr;
    EXPECT_GT(young, before * 9 / 10);
}

TEST(Shelf, never_holds_more_bytes_than_it_has_room_for_and_goes_on_taking)
{
    Pages shelf(oldest, 10'000);
    for (std::int64_t i = 1; i <= 20'000; ++i) {
        const Instant now = noon + Duration{i};
        shelf.put(page_of(i, 1, std::size_t(1 + i * 7919 % 400)), now);
        ASSERT_LE(shelf.bytes(), 10'000u) << i;
        ASSERT_TRUE(shelf.find(NoteId{i}, now)) << i;
    }
    EXPECT_GT(shelf.bytes(), 9'000u);
    shelf.put(page_of(30'000, 1, 10'001), noon);
    EXPECT_FALSE(shelf.find(NoteId{30'000}, noon)) << "more than there is room for";
    EXPECT_GT(shelf.bytes(), 9'000u) << "nobody goes for it";
}

}  // namespace meadow::jobs
