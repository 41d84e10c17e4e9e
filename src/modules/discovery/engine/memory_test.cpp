#include "modules/discovery/engine/memory.hpp"

#include <gtest/gtest.h>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Instant start{1'900'000'000'000'000};

// Many readers who were shown something on the first day; some of them come every day.
struct Crowded : ::testing::Test {
    static constexpr int readers = 3'000, notes = 40;
    Engine engine;
    Instant now = start;

    explicit Crowded(std::int64_t megabytes = 1) : engine(with(megabytes))
    {
        for (int n = 1; n <= notes; ++n) engine.note(now, NoteId{n}, UserId{100'000 + n}, TopicKey(n % 7));
        for (int r = 1; r <= readers; ++r) reads(r, notes);
    }
    static Policy with(std::int64_t megabytes)
    {
        Policy policy;
        policy.memory_mb = megabytes;
        policy.weigh_hours = 1;
        return policy;
    }
    void reads(int reader, int count)
    {
        Page page;
        for (int n = 1; n <= count; ++n) page.notes.push_back({NoteId{n}, Source::topic, 1, 0, 0.1, 0, {}});
        engine.shown(now, UserId{reader}, page);
        engine.heard(now, UserId{reader}, NoteId{1}, Deed::click, Arrival::feed);
    }
    std::int64_t megabytes() const { return memory_of(engine.state()).total() / 1'000'000; }
};

struct Roomy : Crowded {
    Roomy() : Crowded(1'000) {}
};

}  // namespace

TEST_F(Crowded, what_is_coldest_goes_first_until_it_fits_again)
{
    ASSERT_GT(megabytes(), 3);
    for (int day = 0; day < 15; ++day) {
        now = now + 24h;
        for (int r = 1; r <= 50; ++r) reads(r, 1);
    }
    EXPECT_LE(megabytes(), 1);
    EXPECT_TRUE(engine.exposed(UserId{1}, NoteId{1})) << "of those who come every day nothing is forgotten";
    EXPECT_FALSE(engine.exposed(UserId{readers}, NoteId{1}));
    const std::string bytes = engine.snapshot();
    Engine again = Engine::from_snapshot(bytes);
    EXPECT_EQ(memory_of(again.state()).total(), memory_of(engine.state()).total()) << "counted by what is held";
    now = now + 1h;
    reads(readers, 3);   // and whoever comes back is a reader like any other
    again.advance(now);
    EXPECT_TRUE(engine.exposed(UserId{readers}, NoteId{3}));
}

TEST_F(Crowded, where_everybody_comes_every_day_two_pages_stay_to_be_answered)
{
    for (int n = notes + 1; n <= 3 * notes; ++n) engine.note(now, NoteId{n}, UserId{100'000 + n}, TopicKey(n % 7));
    for (int r = 1; r <= readers; ++r)
        for (int first : {notes + 1, 2 * notes + 1}) {
            Page page;
            for (int n = first; n < first + notes; ++n) page.notes.push_back({NoteId{n}, Source::topic, 1, 0, 0.1, 0, {}});
            engine.shown(now, UserId{r}, page);
        }
    now = now + 1h;
    engine.advance(now);
    for (const int r : {1, readers}) {
        EXPECT_TRUE(engine.exposed(UserId{r}, NoteId{2 * notes + 1}));
        EXPECT_TRUE(engine.exposed(UserId{r}, NoteId{3 * notes}));
        EXPECT_FALSE(engine.exposed(UserId{r}, NoteId{2 * notes}));
        EXPECT_TRUE(engine.state().find_reader(UserId{r})->seen.contains(0)) << "what they have seen stays";
    }
}

TEST_F(Roomy, nothing_goes_while_it_fits)
{
    const std::int64_t before = memory_of(engine.state()).readers;
    now = now + 24h * 15;
    engine.advance(now);
    EXPECT_GE(memory_of(engine.state()).readers, before - std::int64_t(sizeof(Pending)) * readers * notes);   // what waited for answers does no longer
    EXPECT_TRUE(engine.exposed(UserId{readers}, NoteId{1}));
}

}  // namespace meadow::discovery::engine
