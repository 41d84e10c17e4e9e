#include "modules/discovery/cards/card_shelf.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace meadow::discovery {
namespace {

constexpr Instant noon{1'920'000'000'000'000};

CardPtr card(std::int64_t note, Instant as_of, std::string json = "{}", std::vector<ProductId> products = {})
{
    return std::make_shared<Card>(Card{{note}, {7}, std::move(products), as_of, std::move(json)});
}

}  // namespace

TEST(CardShelf, shows_a_card_until_its_note_changes)
{
    CardShelf shelf;
    shelf.keep(card(1, noon));
    EXPECT_NE(shelf.find({1}, noon + 1ms), nullptr);
    shelf.note_changed({1}, noon + 2ms);
    EXPECT_EQ(shelf.find({1}, noon + 3ms), nullptr);
}

TEST(CardShelf, does_not_believe_a_card_that_was_read_before_the_change_and_kept_after_it)
{
    CardShelf shelf;
    shelf.note_changed({1}, noon + 1ms);
    shelf.keep(card(1, noon));
    EXPECT_EQ(shelf.find({1}, noon + 2ms), nullptr);
    shelf.keep(card(1, noon + 1ms));   // the same moment: nobody knows which was first
    EXPECT_EQ(shelf.find({1}, noon + 2ms), nullptr);
    shelf.keep(card(1, noon + 2ms));
    EXPECT_NE(shelf.find({1}, noon + 2ms), nullptr);
}

TEST(CardShelf, lets_counters_lag_a_second_and_no_more)
{
    CardShelf shelf;
    shelf.keep(card(1, noon));
    shelf.note_counted({1}, noon + 1ms);
    EXPECT_NE(shelf.find({1}, noon + 999ms), nullptr);
    EXPECT_EQ(shelf.find({1}, noon + 1s), nullptr);
}

TEST(CardShelf, follows_changes_of_the_author_and_of_pinned_products)
{
    CardShelf shelf;
    shelf.keep(card(1, noon, "{}", {{40}, {41}}));
    shelf.keep(card(2, noon));
    shelf.product_changed({41}, noon + 1ms);
    EXPECT_EQ(shelf.find({1}, noon + 2ms), nullptr);
    EXPECT_NE(shelf.find({2}, noon + 2ms), nullptr);
    shelf.author_changed({7}, noon + 3ms);
    EXPECT_EQ(shelf.find({2}, noon + 4ms), nullptr);
}

TEST(CardShelf, forgets_what_is_old_or_from_the_future)
{
    CardShelf shelf;
    shelf.keep(card(1, noon));
    EXPECT_EQ(shelf.find({1}, noon + CardShelf::oldest), nullptr);
    EXPECT_EQ(shelf.find({1}, noon - 1ms), nullptr);   // the clock stepped back
}

TEST(CardShelf, keeps_the_younger_of_two)
{
    CardShelf shelf;
    shelf.keep(card(1, noon + 5ms, "young"));
    shelf.keep(card(1, noon, "old"));
    EXPECT_EQ(shelf.find({1}, noon + 6ms)->json, "young");
}

TEST(CardShelf, never_takes_more_room_than_it_was_given)
{
    CardShelf shelf(64 * 1024);
    for (std::int64_t note = 1; note <= 5000; ++note) shelf.keep(card(note, noon, std::string(500, 'x')));
    EXPECT_LE(shelf.bytes(), 64u * 1024);
    EXPECT_GT(shelf.bytes(), 32u * 1024);
    EXPECT_NE(shelf.find({5000}, noon), nullptr);
    EXPECT_EQ(shelf.find({1}, noon), nullptr);
}

// A writer tells of ever new versions while readers look and keep: nobody may see a version older than the one that was told
// before they began to read.
TEST(CardShelf, readers_never_see_a_card_older_than_the_last_change_they_could_know_of)
{
    CardShelf shelf(256 * 1024);
    constexpr int notes = 8, changes = 20'000;
    std::atomic<std::int64_t> now{noon.us};
    std::array<std::atomic<std::int64_t>, notes> committed{}, told{};
    std::atomic<bool> over = false;
    std::atomic<int> wrong = 0, hits = 0;
    std::vector<std::thread> readers;
    for (int r = 0; r < 3; ++r)
        readers.emplace_back([&, r] {
            for (std::uint64_t i = std::uint64_t(r); !over; ++i) {
                const auto note = i * 2654435761u % notes;
                const std::int64_t known = told[note];
                const Instant began{now.fetch_add(1) + 1};
                const std::int64_t read = committed[note];   // what a transaction that begins now would find
                if (const CardPtr found = shelf.find({std::int64_t(note) + 1}, began)) {
                    ++hits;
                    if (std::stoll(found->json) < known) ++wrong;
                } else {
                    shelf.keep(card(std::int64_t(note) + 1, began, std::to_string(read)));
                }
            }
        });
    // At least so many changes, and on until the readers, who may start late, have found a card.
    for (int change = 1; change <= changes || (hits == 0 && change < 1000 * changes); ++change) {
        const auto note = std::size_t(change) % notes;
        committed[note] = change;
        shelf.note_changed(NoteId{std::int64_t(note) + 1}, {now.fetch_add(1) + 1});
        told[note] = change;
    }
    over = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_GT(hits, 0);
}

}  // namespace meadow::discovery
