// What people are told when the database is busy, breaks, or keeps silent about what it did.
#include "support/gazette.hpp"
#include "support/weather.hpp"

namespace meadow::testing {
namespace {

struct BadWeather : ::testing::Test {
    Weather weather;
    Town town{"2030-11-11 12:00", &weather};
    Person ada = town.person("ada");
    Person bo = town.person("bo");
    const std::string note = publishes(ada, "Autumn lipstick");
    std::int64_t likes() { return bo.get("/v1/notes/" + note).is(200).number("/counts/likes"); }
    Answer likes_it() { return bo.with_key("weather-1").put("/v1/notes/" + note + "/like"); }
};

}  // namespace

TEST_F(BadWeather, a_busy_database_asks_to_come_back_and_has_done_nothing)
{
    weather.is_busy(1);
    EXPECT_EQ(likes_it().is(503).header("Retry-After"), "1");
    EXPECT_EQ(likes(), 0);
    likes_it().is(204);
    EXPECT_EQ(likes(), 1);
}

TEST_F(BadWeather, a_conflict_is_repeated_without_anybody_noticing)
{
    weather.conflicts(3);
    likes_it().is(204);
    EXPECT_EQ(likes(), 1);
}

TEST_F(BadWeather, of_a_commit_that_was_lost_nothing_holds)
{
    weather.loses_commits(1);
    likes_it().is(500).says("/title", "Something broke on our side; nothing was changed");
    EXPECT_EQ(likes(), 0);
}

TEST_F(BadWeather, of_a_commit_that_was_not_answered_nothing_is_claimed_and_asking_again_is_safe)
{
    weather.silences_commits(1);
    likes_it().is(500).says("/title", "Nobody can say whether this was done; ask again with the same Idempotency-Key");
    likes_it().is(204);
    EXPECT_EQ(likes(), 1);
}

}  // namespace meadow::testing
