#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "modules/discovery/engine/archive.hpp"
#include "modules/discovery/engine/taste/taste.hpp"

namespace meadow::discovery::engine {
namespace {

std::vector<std::uint32_t> items_of(const std::vector<Scored>& all)
{
    std::vector<std::uint32_t> out;
    for (const Scored& s : all) out.push_back(s.item);
    return out;
}

constexpr auto nothing_skipped = [](std::uint32_t) { return false; };

}  // namespace

TEST(Taste, suggests_what_others_opened_next)
{
    Taste taste;
    for (std::uint32_t reader = 0; reader < 10; ++reader)
        for (const std::uint32_t item : {1u, 2u, 3u}) taste.opened(reader, item);
    for (std::uint32_t reader = 10; reader < 20; ++reader)
        for (const std::uint32_t item : {4u, 5u, 6u}) taste.opened(reader, item);
    taste.opened(99, 1);
    const auto first = items_of(taste.suggest(99, nullptr, 3, [](std::uint32_t item) { return item == 1; }));
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0], 2u);
    EXPECT_EQ(first[1], 3u);
    taste.opened(99, 4);   // what was opened last counts most
    EXPECT_EQ(items_of(taste.suggest(99, nullptr, 1, [](std::uint32_t item) { return item == 1 || item == 4; })), std::vector<std::uint32_t>{5});
    EXPECT_TRUE(taste.suggest(12345, nullptr, 3, nothing_skipped).empty());
}

TEST(Taste, each_item_comes_once_whatever_the_parts_weigh)
{
    TasteRules rules;
    rules.next_weight = 0;
    Taste taste(rules);
    std::mt19937 random(5);
    for (int i = 0; i < 5'000; ++i) taste.opened(random() % 100, random() % 200);
    const auto all = items_of(taste.suggest(7, nullptr, 200, nothing_skipped));
    EXPECT_EQ(std::set<std::uint32_t>(all.begin(), all.end()).size(), all.size());
}

TEST(Taste, rows_are_bounded_and_what_comes_often_stays)
{
    Links links;
    for (std::uint32_t i = 0; i < 5'000; ++i) {
        links.add(1, 10'000, 1);
        links.add(1, i, 1);
    }
    EXPECT_EQ(links.of(1).size(), Links::most);
    const auto row = links.of(1);
    EXPECT_TRUE(std::any_of(row.begin(), row.end(), [](const Link& l) { return l.item == 10'000 && l.weight >= 5'000; }));
}

TEST(Scores, many_items_are_kept_apart_and_begin_anew)
{
    Scores scores;
    for (int round = 0; round < 2; ++round) {
        scores.begin();
        for (std::uint32_t item = 0; item < 5'000; ++item) scores.add(item * 7'919, float(item % 10 + 1));
        scores.add(7'919, 100);
        EXPECT_EQ(scores.size(), 5'000u);
        EXPECT_EQ(scores[7'919], 102);
        EXPECT_EQ(scores.best()[0], 102);
        EXPECT_FALSE(scores.contains(1));
        std::vector<std::uint32_t> order;
        scores.each([&](std::uint32_t item, const auto&) { order.push_back(item / 7'919); });
        EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
    }
}

TEST(Scores, the_best_few_are_those_a_full_sort_finds)
{
    std::mt19937 random(7);
    std::vector<Scored> all;
    for (std::uint32_t item = 0; item < 1'000; ++item) all.push_back({item, float(random() % 50)});
    BestFew few(20);
    for (const Scored& one : all)
        if (few.may_take(one)) few.take(one);
    std::sort(all.begin(), all.end(), more);
    all.resize(20);
    EXPECT_EQ(items_of(few.best_first()), items_of(all));
    EXPECT_FALSE(BestFew(0).may_take({1, 1}));
}

TEST(Taste, is_the_same_after_it_was_written_and_read)
{
    Taste taste, again;
    std::mt19937 random(6);
    for (int i = 0; i < 5'000; ++i) taste.opened(random() % 100, random() % 200);
    std::string bytes;
    const Sink to = [&bytes](std::string_view piece) { bytes += piece; };
    ByteWriter out(to);
    out(taste);
    out.end();
    EXPECT_EQ(out.written(), bytes.size());
    ByteReader in(bytes);
    in(again);
    EXPECT_TRUE(in.done());
    EXPECT_EQ(again.bytes(), taste.bytes());
    EXPECT_EQ(items_of(taste.suggest(3, nullptr, 50, nothing_skipped)), items_of(again.suggest(3, nullptr, 50, nothing_skipped)));
}

TEST(Factors, find_the_groups_in_histories)
{
    std::vector<std::vector<std::uint32_t>> histories;
    std::mt19937 random(8);
    for (int reader = 0; reader < 200; ++reader) {
        std::vector<std::uint32_t> history;
        for (std::uint32_t i = 0; i < 20; ++i)
            if (random() % 2 == 0) history.push_back(i + (reader % 2 == 0 ? 0 : 20));
        histories.push_back(history);
    }
    FactorRules rules;
    rules.size = 8;
    Factors factors(rules);
    factors.learn(histories, 40);
    const std::uint32_t opened[] = {1, 2, 3};
    const auto reader = factors.fold_in(opened);
    double near = 0, far = 0;
    for (std::uint32_t item = 4; item < 20; ++item) {
        near += double(factors.score(reader, item));
        far += double(factors.score(reader, item + 20));
    }
    EXPECT_GT(near, 5 * std::abs(far));
    Factors again(rules);
    again.learn(histories, 40);
    EXPECT_EQ(again.fold_in(opened), reader);
}

TEST(Taste, items_too_old_lead_nowhere_and_many_items_share_the_memory)
{
    Taste taste;
    for (std::uint32_t reader = 0; reader < 5; ++reader)
        for (const std::uint32_t item : {1u, 2u, 3u}) taste.opened(reader, item);
    Scores scores;
    scores.begin();
    const std::vector<std::uint32_t> one{1};
    taste.next(one, scores);
    EXPECT_GT(scores.size(), 0u);
    taste.retire(2);
    scores.begin();
    taste.next(one, scores);
    EXPECT_EQ(scores.size(), 0u);

    Links links(100);
    for (std::uint32_t item = 0; item < 10; ++item)
        for (std::uint32_t to = 0; to < 1'000; ++to) links.add(item, to, 1);
    EXPECT_EQ(links.of(9).size(), Links::fewest);
}

}  // namespace meadow::discovery::engine
