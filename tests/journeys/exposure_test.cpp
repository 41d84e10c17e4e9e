// What was shown is kept as daily sums and outlives the pages. fold_exposure, show_exposure, show_note_exposure, forget_old_entries.
#include <thread>

#include "app/wiring.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/exposure/fold_exposure.hpp"
#include "modules/discovery/exposure/store.hpp"
#include "support/gazette.hpp"
#include "support/reading.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

using testing::opened;
using testing::passes;
using testing::publishes;

constexpr Duration a_day = std::chrono::hours{24};

// PostgreSQL shows an entry once every transaction that began before it has ended, somebody else's, too.
void is_settled(Town& town, std::int64_t entries)
{
    for (int turn = 0; turn < 1000; ++turn)
        if (std::int64_t(discovery::diary_after(town.world(), {}, 1'000).size()) >= entries) return;
    FAIL() << "the diary is not told";
}

void folds(jobs::World& world)
{
    for (int step = 0; step < 1000; ++step)
        if (!discovery::fold_exposure(world)) return;
    FAIL() << "there is always something to write";
}

// Two readers of a page of four notes; one opens two of them and likes one, the other opens one that nobody showed them again.
struct Evening {
    Town town;
    Person ada = town.person("ada"), bo = town.person("bo"), eve = town.person("eve");
    Person olga = town.person_with_role("olga", Role::operator_);
    std::vector<std::string> notes;
    Evening()
    {
        for (int i = 0; i < 4; ++i) notes.push_back(publishes(ada, "Note " + std::to_string(i)));
        passes(town, 1s);
        for (Person* reader : {&bo, &eve}) reader->get("/v1/feed/discover").is(200).counts("/items", 4);
        passes(town, 1s);
        bo.post("/v1/feed/answers", opened("event-0001", notes[0])).is(200);
        bo.post("/v1/feed/answers", opened("event-0001", notes[0])).is(200);   // told again
        bo.post("/v1/feed/answers", opened("event-0002", notes[0])).is(200);   // opened again
        bo.post("/v1/feed/answers", opened("event-0003", notes[1])).is(200);
        bo.put("/v1/notes/" + notes[1] + "/like").is(204);
        ada.post("/v1/feed/answers", opened("event-0004", notes[2])).is(200);  // her own: no page showed it
        passes(town, 1s);
        is_settled(town, 4 + 2 + 5);
    }
    void is_told()
    {
        olga.get("/v1/operator/exposure").is(200).counts("/items", 2).says("/items/0/surface", "discover").says("/items/0/shown", 8).says("/items/0/opened", 2)
            .says("/items/0/answered", 1).says("/items/0/likes", 1).says("/items/0/open_rate/value", "0.25").says("/items/1/surface", "link")
            .says("/items/1/shown", 0).says("/items/1/opened", 1);
        olga.get("/v1/operator/exposure?by=slot&surface=discover").counts("/items", 4).says("/items/0/slot", 1).says("/items/3/shown", 2);
        olga.get("/v1/operator/notes/" + notes[1] + "/exposure").is(200).counts("/items", 1).says("/items/0/shown", 2).says("/items/0/opened", 1)
            .says("/items/0/answered", 1);
    }
};

}  // namespace

TEST(Exposure, a_days_pages_are_told_in_sums_once_the_day_and_its_answers_are_over)
{
    Evening evening;
    Town& town = evening.town;
    folds(town.world());
    evening.olga.get("/v1/operator/exposure").is(200).counts("/items", 0);
    town.wait(a_day);
    folds(town.world());
    evening.olga.get("/v1/operator/exposure").counts("/items", 0);   // an answer may come a day later
    town.wait(a_day);
    folds(town.world());
    evening.is_told();
    folds(town.world());
    evening.is_told();
    evening.bo.get("/v1/operator/exposure").is(403);
    evening.olga.get("/v1/operator/exposure?by=day").counts("/items", 1).says("/items/0/day", "2030-11-11T00:00:00.000Z");
    evening.olga.get("/v1/operator/exposure?by=slot&limit=2").counts("/items", 2).says("/next", evening.olga.get("/v1/operator/exposure?by=slot&limit=2").text("/next"));
    evening.olga.get("/v1/operator/exposure?from=2030-11-12T00:00:00Z").counts("/items", 0);
    evening.olga.get("/v1/operator/exposure?from=2025-01-01T00:00:00Z").is(422).faults("?from");
    const std::string csv = evening.olga.get("/v1/operator/exposure.csv").is(200).response().body;
    EXPECT_NE(csv.find("2030-11-11,discover,"), std::string::npos) << csv;
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 4 + 1) << csv;
}

TEST(Exposure, the_sums_stay_when_the_pages_have_gone)
{
    Evening evening;
    Town& town = evening.town;
    town.wait(a_day * 91);
    EXPECT_EQ(discovery::forget_old_entries(town.world()), 0) << "not before they are in the sums";
    folds(town.world());
    Person lin = town.person("lin"), mia = town.person("mia");   // the others would have to sign in again
    publishes(lin, "Later");
    passes(town, 1s);
    mia.get("/v1/feed/discover").is(200).counts("/items", 5);
    passes(town, 1s);
    is_settled(town, 4 + 2 + 5 + 2);
    town.wait(a_day * 3);
    folds(town.world());
    const Instant long_ago = town.now() - a_day * 100;
    const auto told = [&] {
        return town.person_with_role("o" + std::to_string(town.now().us), Role::operator_).get("/v1/operator/exposure?from=" + text(long_ago)).is(200);
    };
    told().says("/items/0/surface", "discover").says("/items/0/shown", 8 + 5).says("/items/0/opened", 2);
    EXPECT_EQ(discovery::forget_old_entries(town.world()), 2 + 5);
    EXPECT_EQ(discovery::forget_old_entries(town.world()), 0);
    town.wait(1s);
    told().says("/items/0/surface", "discover").says("/items/0/shown", 8 + 5).says("/items/0/opened", 2);
    EXPECT_EQ(discovery::forget_old_exposure(town.world()), 0);
    town.wait(a_day * 1096);
    EXPECT_GT(discovery::forget_old_exposure(town.world()), 0);
    EXPECT_EQ(discovery::forget_old_exposure(town.world()), 0);
    town.person_with_role("ola", Role::operator_).get("/v1/operator/exposure?until=2031-03-01T00:00:00Z&from=2030-11-01T00:00:00Z").is(200).counts("/items", 0);
}

TEST(Exposure, two_processes_that_write_the_sums_at_once_count_once)
{
    Evening evening;
    Town& town = evening.town;
    const auto database = db::open(town.database_options());
    app::Parts parts = town.parts();
    parts.node = 1;
    app::Meadow neighbour(parts, *database, town.clock(), town.dice());
    town.wait(a_day * 2);
    std::thread other([&] { folds(neighbour.world()); });
    folds(town.world());
    other.join();
    evening.is_told();
}

TEST(Exposure, pages_are_kept_thirty_to_ninety_days)
{
    Town town;
    Person olga = town.person_with_role("olga", Role::operator_);
    const auto sets = [&](const std::string& days) { return olga.put("/v1/operator/settings/discovery.keep_pages", R"({"value":")" + days + R"(","reason":"space"})"); };
    sets("29d").is(422).faults("/value");
    sets("91d").is(422).faults("/value");
    sets("long").is(422).faults("/value");
    sets("30d").is(204);
}

}  // namespace meadow
