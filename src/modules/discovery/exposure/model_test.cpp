#include "modules/discovery/exposure/model.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t today = 20'000;
constexpr UserId bo{11}, eve{12};
constexpr NoteId tea{101}, shoes{102};
using engine::Deed;
using engine::Source;

Instant at(Duration since_midnight) { return day_start(today) + since_midnight; }

Telling page(UserId reader, Instant when, std::vector<engine::Placed> notes) { return {reader, when, EntryKind::page, PageEntry{1, std::move(notes)}}; }
Telling deed(UserId reader, Instant when, NoteId note, Deed what) { return {reader, when, EntryKind::deed, DeedEntry{note, what}}; }

DaySums sums_of(const std::vector<Telling>& diary, std::int64_t day = today)
{
    DayFold fold(day, 1, 0);
    for (const Telling& telling : diary) fold.add(telling);
    return fold.sums();
}

const ExposureRow* find(const DaySums& sums, const std::string& surface, std::int64_t slot)
{
    for (const ExposureRow& row : sums.rows)
        if (row.surface == surface && row.slot == slot) return &row;
    return nullptr;
}

}  // namespace

TEST(DayFold, counts_what_a_page_showed_and_what_was_done_with_it_each_deed_once)
{
    const auto sums = sums_of({page(bo, at(9h), {{tea, Source::trial, 1, 0.5, 0.25}, {shoes, Source::random, 0.1, 0.5, 0.2}}), deed(bo, at(9h + 1min), tea, Deed::click),
                               deed(bo, at(9h + 2min), tea, Deed::click), deed(bo, at(9h + 3min), tea, Deed::like), deed(bo, at(9h + 3min), tea, Deed::read), deed(bo, at(9h + 4min), shoes, Deed::hide),
                               page(eve, at(10h), {{tea, Source::trial, 1, 0.5, 0.5}, {shoes, Source::random, 0.1, 0.5, 0.1}}), deed(eve, at(11h), shoes, Deed::order)});
    ASSERT_EQ(sums.rows.size(), 2u);
    const ExposureRow &first = *find(sums, "discover", 1), &second = *find(sums, "discover", 2);
    EXPECT_EQ(to_json(first), R"({"day":20000,"surface":"discover","source":"trial","slot":1,"policy":1,"shown":2,"guests":0,"opened":1,"answered":1,"likes":1,"collects":0,)"
                              R"("comments":0,"shares":0,"follows":0,"carts":0,"orders":0,"hides":0,"expected":750000,"weight":0,"weighted_opens":0,"reads":1})");
    EXPECT_EQ(to_json(second), R"({"day":20000,"surface":"discover","source":"random","slot":2,"policy":1,"shown":2,"guests":0,"opened":1,"answered":1,"likes":0,"collects":0,)"
                               R"("comments":0,"shares":0,"follows":0,"carts":0,"orders":1,"hides":1,"expected":300000,"weight":20000000,"weighted_opens":10000000,"reads":0})");
    ASSERT_EQ(sums.notes.size(), 2u);
    EXPECT_EQ(to_json(sums.notes[0]), R"({"note_id":101,"day":20000,"shown":2,"guests":0,"opened":1,"answered":1})");
    ASSERT_EQ(sums.readers.size(), 1u);
    EXPECT_EQ(to_json(sums.readers[0]),
              R"({"day":20000,"surface":"discover","readers":2,"shown":4,"opened":2,"shown_shown":8,"shown_opened":4,"opened_opened":2})");
}

TEST(DayFold, guests_are_told_apart_and_answer_nothing)
{
    const Telling guests{{}, at(9h), EntryKind::guests, GuestsEntry{{{tea, Source::topic, 1, 1, 40}, {shoes, Source::latest, 2, 1, 40}}}};
    const auto sums = sums_of({guests, page(bo, at(10h), {{tea, Source::topic}})});
    ASSERT_EQ(sums.rows.size(), 2u);
    EXPECT_EQ(find(sums, "discover", 1)->guests, 40);
    EXPECT_EQ(find(sums, "discover", 1)->shown, 1);
    EXPECT_EQ(find(sums, "discover", 2)->guests, 40);
    EXPECT_EQ(find(sums, "discover", 2)->shown, 0);
    ASSERT_EQ(sums.notes.size(), 2u);
    EXPECT_EQ(sums.notes[1].guests, 40);
    EXPECT_EQ(sums.readers.at(0).shown, 1);
    std::int64_t in_all_shares = 0;
    for (std::int64_t share = 0; share < 4; ++share) {
        DayFold fold(today, 4, share);
        fold.add(guests);
        for (const ExposureRow& row : fold.sums().rows) in_all_shares += row.guests;
    }
    EXPECT_EQ(in_all_shares, 80);
}

TEST(DayFold, an_answer_belongs_to_the_page_of_the_surface_it_names)
{
    const auto list = [](UserId reader, Instant when, Surface surface) { return Telling{reader, when, EntryKind::list, ListEntry{surface, {shoes, tea}}}; };
    const auto met = [](UserId reader, Instant when, NoteId note, Deed what, Surface surface, std::int64_t slot) {
        return Telling{reader, when, EntryKind::deed, DeedEntry{note, what, surface, slot}};
    };
    const auto sums = sums_of({page(bo, at(9h), {{tea, Source::topic}}), list(bo, at(10h), Surface::search), list(bo, at(11h), Surface::related),
                               met(bo, at(11h + 1min), tea, Deed::click, Surface::search, 2), deed(bo, at(11h + 2min), tea, Deed::like),
                               met(eve, at(12h), tea, Deed::click, Surface::topic, 7), met(eve, at(12h), shoes, Deed::click, Surface::search, 1)});
    ASSERT_NE(find(sums, "search", 2), nullptr);
    EXPECT_EQ(find(sums, "search", 2)->shown, 1);
    EXPECT_EQ(find(sums, "search", 2)->source, "");
    EXPECT_EQ(find(sums, "search", 2)->opened, 1);
    EXPECT_EQ(find(sums, "search", 2)->likes, 1) << "where it was opened, though related notes came later";
    EXPECT_EQ(find(sums, "search", 1)->opened, 0);
    EXPECT_EQ(find(sums, "related", 2)->opened, 0);
    EXPECT_EQ(find(sums, "discover", 1)->opened, 0);
    ASSERT_NE(find(sums, "topic", 7), nullptr) << "nobody writes down what topics show: the client's word is all there is";
    EXPECT_EQ(find(sums, "topic", 7)->shown, 0);
    EXPECT_EQ(find(sums, "topic", 7)->opened, 1);
    ASSERT_NE(find(sums, "link", 0), nullptr) << "no search showed it";
    EXPECT_EQ(find(sums, "link", 0)->opened, 1);
    EXPECT_EQ(sums.readers.size(), 3u);
    EXPECT_EQ(sums.notes.at(0).shown + sums.notes.at(1).shown, 5);
}

TEST(DayFold, an_answer_after_midnight_belongs_to_the_day_of_its_page_and_to_no_other)
{
    const std::vector<Telling> diary{page(bo, at(23h + 50min), {{tea, Source::topic}}), page(eve, at(24h + 10min), {{tea, Source::topic}}),
                                     deed(bo, at(24h + 20min), tea, Deed::click)};
    const auto before = sums_of(diary, today), after = sums_of(diary, today + 1);
    ASSERT_EQ(before.rows.size(), 1u);
    EXPECT_EQ(before.rows[0].opened, 1);
    ASSERT_EQ(after.rows.size(), 1u);
    EXPECT_EQ(after.rows[0].shown, 1);
    EXPECT_EQ(after.rows[0].opened, 0);
}

TEST(DayFold, an_answer_no_page_stands_behind_came_by_a_link_and_counts_on_its_own_day)
{
    const std::vector<Telling> diary{page(bo, at(8h), {{tea, Source::topic}}), deed(eve, at(9h), tea, Deed::click), deed(eve, at(10h), tea, Deed::like),
                                     page(eve, at(24h + 9h), {{shoes, Source::topic}}), deed(bo, at(24h + 10h), tea, Deed::click)};   // too late
    const auto first = sums_of(diary, today), second = sums_of(diary, today + 1);
    ASSERT_NE(find(first, "link", 0), nullptr);
    EXPECT_EQ(find(first, "link", 0)->shown, 0);
    EXPECT_EQ(find(first, "link", 0)->opened, 1);
    EXPECT_EQ(find(first, "link", 0)->likes, 1);
    EXPECT_EQ(find(first, "discover", 1)->opened, 0);
    ASSERT_NE(find(second, "link", 0), nullptr);
    EXPECT_EQ(find(second, "link", 0)->opened, 1);
    EXPECT_EQ(first.notes.size(), 1u);   // nothing was shown to eve
    EXPECT_EQ(first.notes[0].opened, 0);
}

TEST(DayFold, a_slow_clock_cannot_reach_back_behind_what_was_served_before_it_told)
{
    const auto sums = sums_of({page(bo, at(9h), {{tea, Source::topic}}), deed(bo, at(-50h), tea, Deed::click), deed(eve, at(-50h), tea, Deed::click)});
    EXPECT_EQ(find(sums, "discover", 1)->opened, 1);
    ASSERT_NE(find(sums, "link", 0), nullptr);
    EXPECT_EQ(find(sums, "link", 0)->opened, 1);
}

TEST(DayFold, shares_of_the_readers_make_together_what_all_of_them_make)
{
    std::vector<Telling> diary;
    for (std::int64_t reader = 1; reader <= 200; ++reader) {
        diary.push_back(page(UserId{reader << 22}, at(Duration{std::chrono::minutes{reader}}), {{tea, Source::topic}, {shoes, Source::taste}}));
        if (reader % 3 == 0) diary.push_back(deed(UserId{reader << 22}, at(Duration{std::chrono::minutes{reader + 1}}), tea, Deed::click));
    }
    const auto whole = sums_of(diary);
    std::int64_t shown = 0, opened = 0, notes = 0, readers = 0;
    for (std::int64_t share = 0; share < 3; ++share) {
        DayFold fold(today, 3, share);
        for (const Telling& telling : diary) fold.add(telling);
        const auto part = fold.sums();
        for (const ExposureRow& row : part.rows) shown += row.shown, opened += row.opened;
        for (const NoteExposureRow& row : part.notes) notes += row.shown;
        for (const ReadersRow& row : part.readers) readers += row.readers;
        EXPECT_GT(part.notes.size(), 0u);
    }
    EXPECT_EQ(shown, 400);
    EXPECT_EQ(opened, find(whole, "discover", 1)->opened);
    EXPECT_EQ(notes, 400);
    EXPECT_EQ(readers, 200);
}

}  // namespace meadow::discovery
