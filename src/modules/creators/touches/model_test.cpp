#include "modules/creators/touches/model.hpp"

#include <gtest/gtest.h>

namespace meadow::creators {
namespace {

constexpr ProductId lipstick{1}, tea{2};

Touch touch(std::int64_t note, TouchKind kind, std::int64_t first, std::int64_t last, ProductId product = lipstick)
{
    return {product, NoteId{note}, kind, UserId{note * 10}, {first}, {last}};
}

TEST(PathOf, finds_the_first_and_the_last_note_that_led_to_the_product)
{
    const auto path = path_of({touch(2, TouchKind::click, 200, 900), touch(1, TouchKind::share, 100, 300), touch(3, TouchKind::click, 50, 950, tea)},
                              lipstick, {Instant{10}, false});
    ASSERT_TRUE(path);
    EXPECT_EQ(path->first.note, NoteId{1});
    EXPECT_EQ(path->first_at, Instant{100});
    EXPECT_EQ(path->last.note, NoteId{2});
}

TEST(PathOf, forgets_what_happened_before_its_window)
{
    EXPECT_FALSE(path_of({touch(1, TouchKind::click, 100, 300)}, lipstick, {Instant{301}, false}));
    const auto path = path_of({touch(1, TouchKind::click, 100, 500), touch(2, TouchKind::click, 400, 450)}, lipstick, {Instant{350}, false});
    EXPECT_EQ(path->first.note, NoteId{2});   // the other's first touch is too old, its second came later
    EXPECT_EQ(path->last.note, NoteId{1});
}

TEST(PathOf, takes_views_into_account_only_where_they_sell)
{
    const std::vector<Touch> touches{touch(1, TouchKind::click, 100, 100), touch(2, TouchKind::view, 200, 200)};
    EXPECT_EQ(path_of(touches, lipstick, {Instant{1}, false})->last.note, NoteId{1});
    EXPECT_EQ(path_of(touches, lipstick, {Instant{1}, true})->last.note, NoteId{2});
}

TEST(PathOf, of_two_touches_in_one_moment_the_click_came_later)
{
    const auto path = path_of({touch(1, TouchKind::click, 100, 100), touch(2, TouchKind::share, 100, 100)}, lipstick, {Instant{1}, false});
    EXPECT_EQ(path->last.note, NoteId{1});
}

TEST(Toucher, a_visitor_is_never_a_person)
{
    EXPECT_LT(toucher_of_visitor("a token of some length").value, 0);
    EXPECT_NE(toucher_of_visitor("a token of some length"), toucher_of_visitor("another token of some length"));
    EXPECT_EQ(toucher_of(UserId{7}).value, 7);
}

}  // namespace
}  // namespace meadow::creators
