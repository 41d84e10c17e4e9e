#include <gtest/gtest.h>

#include "modules/discovery/engine/engine.hpp"
#include "modules/discovery/engine/honesty/detectors.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Instant start{1'900'000'000'000'000};

struct Honesty : ::testing::Test {
    Engine engine;
    Instant now = start;

    Honesty()
    {
        for (std::int64_t note = 1; note <= 80; ++note) engine.note(now, NoteId{note}, UserId{9'000 + note}, 7);
    }
    void likes(std::int64_t reader, std::int64_t note) { engine.claimed(now, UserId{reader}, NoteId{note}, Deed::like); }
    void is_shown(std::int64_t reader, std::int64_t note)
    {
        engine.shown(now, UserId{reader}, {{Placed{NoteId{note}, Source::trial, 1, 0, 0.1, 0, {}}}, 1, {}});
    }
    std::vector<Suspicion> suspicions() const
    {
        std::vector<Suspicion> out;
        for (const Finding& f : engine.state().findings) out.push_back(f.suspicion);
        return out;
    }
    double weight(std::int64_t reader) const { return engine.state().find_reader(UserId{reader})->weight(engine.state().policy); }
};

}  // namespace

TEST_F(Honesty, a_burst_of_likes_that_views_do_not_explain_is_shown_to_a_person_and_changes_nothing_by_itself)
{
    for (int i = 0; i < 60; ++i) likes(1'000 + i, 1);
    ASSERT_EQ(suspicions(), (std::vector{Suspicion::like_burst})) << "told once";
    EXPECT_EQ(engine.state().findings[0].measure, Measure::review);
    EXPECT_NE(in_words(engine.state().findings[0]).find("likes in an hour where its views explain 8"), std::string::npos);
    is_shown(1, 1);
    engine.heard(now, UserId{1}, NoteId{1}, Deed::like, Arrival::feed);
    EXPECT_EQ(engine.state().notes[0].evidence.engagement, 1'000'000);
    engine.decided(now, 1, true);   // an operator agrees: further answers do not count
    is_shown(2, 1);
    engine.heard(now, UserId{2}, NoteId{1}, Deed::like, Arrival::feed);
    EXPECT_EQ(engine.state().notes[0].evidence.engagement, 1'000'000);
    engine.decided(now, 1, false);
    is_shown(3, 1);
    engine.heard(now, UserId{3}, NoteId{1}, Deed::like, Arrival::feed);
    EXPECT_EQ(engine.state().notes[0].evidence.engagement, 2'000'000);
}

TEST_F(Honesty, as_many_likes_as_a_good_note_gets_for_its_views_are_none)
{
    for (int i = 0; i < 200; ++i) {
        is_shown(1'000 + i, 1);
        if (i % 2 == 0) likes(1'000 + i, 1);
    }
    EXPECT_TRUE(suspicions().empty());
    for (int i = 0; i < 30; ++i) {   // a few an hour from outside, for a day
        now = now + 1h;
        likes(2'000 + i, 2);
    }
    EXPECT_TRUE(suspicions().empty());
}

TEST_F(Honesty, proportions_no_crowd_makes_are_found)
{
    Note note;
    note.claims.collects = 40;
    note.claims.likes = 10;
    EXPECT_TRUE(detectors::odd_proportions({}, note));
    note.claims.likes = 20;
    EXPECT_FALSE(detectors::odd_proportions({}, note));
    note.claims.likes = 2'000;
    note.claims.comments = 5;
    EXPECT_TRUE(detectors::odd_proportions({}, note));
    note.claims.comments = 30;
    EXPECT_FALSE(detectors::odd_proportions({}, note));
}

TEST_F(Honesty, who_likes_by_the_dozen_what_nobody_showed_them_weighs_a_tenth_until_a_person_says_otherwise)
{
    for (std::int64_t note = 1; note <= 70; ++note) {
        now = now + 11min;
        likes(5, note);
    }
    ASSERT_EQ(suspicions(), (std::vector{Suspicion::likes_without_views}));
    EXPECT_NEAR(weight(5), 0.1, 0.01);
    engine.decided(now, 1, false);
    EXPECT_NEAR(weight(5), 1, 0.01);
    likes(5, 71);
    EXPECT_EQ(suspicions().size(), 1u) << "not again for the same";
}

TEST_F(Honesty, who_likes_the_same_notes_within_minutes_of_each_other_is_found_and_friends_are_not)
{
    for (std::int64_t note = 1; note <= 8; ++note) {
        now = now + 1h;
        for (const std::int64_t reader : {50, 51, 52}) likes(reader, note);
        likes(60, note);
        now = now + 30min;   // a friend reads them, too, later
        likes(61, note);
    }
    std::size_t together = 0;
    for (const Finding& f : engine.state().findings)
        if (f.suspicion == Suspicion::liked_together) {
            ++together;
            EXPECT_NE(engine.state().readers[f.reader].id, UserId{61});
        }
    EXPECT_EQ(together, 4u);
    EXPECT_NEAR(weight(50), 0.1, 0.01);
    EXPECT_NEAR(weight(61), 1, 0.01);
}

TEST_F(Honesty, survives_a_snapshot)
{
    for (int i = 0; i < 60; ++i) likes(1'000 + i, 1);
    const std::string bytes = engine.snapshot();
    EXPECT_EQ(Engine::from_snapshot(bytes).snapshot(), bytes);
}

}  // namespace meadow::discovery::engine
