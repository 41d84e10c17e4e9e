// The discovery engine across restarts and processes. save_snapshot, load_snapshot; two processes on one PostgreSQL.
#include <filesystem>
#include <fstream>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/diary/keep_snapshot.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "modules/discovery/module.hpp"
#include "support/gazette.hpp"
#include "support/reading.hpp"

namespace meadow::testing {
namespace {

struct Snapshot : ::testing::Test {
    Town town;
    Person ada = town.person("ada");
    Person bo = town.person("bo");
    const std::string path = town.directory() + "/discovery.snapshot";

    Snapshot() { lives("Autumn"); }
    void lives(const std::string& title)
    {
        publishes(ada, title);
        passes(town, 1s);
        bo.get("/v1/feed/discover").is(200);
        passes(town, 1s);
    }
    discovery::Curator& curator() { return town.world().adapters.get<discovery::Curator>(); }
};

}  // namespace

TEST_F(Snapshot, an_engine_that_begins_with_it_and_reads_on_knows_the_same)
{
    discovery::save_snapshot(curator(), path);
    lives("Winter");
    discovery::Curator again;
    ASSERT_TRUE(discovery::load_snapshot(town.world(), again, path));
    EXPECT_GT(again.place().seq, 0);
    EXPECT_LT(again.place().seq, curator().place().seq);
    discovery::read_ahead(town.world(), again.place(), 1'000, [&](const auto& entries) { again.read(entries); });
    EXPECT_EQ(again.snapshot(), curator().snapshot());
}

TEST_F(Snapshot, one_that_is_torn_damaged_or_of_another_town_is_not_believed)
{
    discovery::Curator again;
    EXPECT_FALSE(discovery::load_snapshot(town.world(), again, path)) << "there is none";
    discovery::save_snapshot(curator(), path);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
    EXPECT_FALSE(discovery::load_snapshot(town.world(), again, path)) << "torn";
    discovery::save_snapshot(curator(), path);
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(200);
        file.put('!');
    }
    EXPECT_FALSE(discovery::load_snapshot(town.world(), again, path)) << "damaged";
    discovery::save_snapshot(curator(), path);
    Town other;
    EXPECT_FALSE(discovery::load_snapshot(other.world(), again, path)) << "of another town";
    EXPECT_EQ(again.place().seq, 0);
}

TEST_F(Snapshot, a_diary_restored_into_a_younger_server_is_read_from_its_beginning)
{
    if (town.database().engine() != db::Engine::postgres) GTEST_SKIP() << "needs MEADOW_TOWN=postgres";
    const auto whole = curator().snapshot();
    town.database().open_writer(db::Home::events)->script("UPDATE discovery_diary SET xid = xid + 1000000000; UPDATE discovery_shown_cursor SET xid = xid + 1000000000");
    discovery::Curator again;
    discovery::read_ahead(town.world(), again.place(), 1'000, [&](const auto& entries) { again.read(entries); });
    EXPECT_NE(again.snapshot(), whole) << "it tells of transactions that have yet to come";
    const auto leaves = [&] {
        const auto connection = town.database().open_writer(db::Home::main);
        connection->begin_write();
        db::Tx tx(*connection);
        const bool moved = discovery::leave_future(tx);
        connection->commit();
        return moved;
    };
    EXPECT_TRUE(leaves());
    EXPECT_FALSE(leaves()) << "once";
    discovery::Curator third;
    discovery::read_ahead(town.world(), third.place(), 1'000, [&](const auto& entries) { third.read(entries); });
    EXPECT_EQ(third.snapshot(), whole);
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, whole);
}

TEST_F(Snapshot, two_processes_on_one_postgres_reach_the_same_verdicts)
{
    if (town.database().engine() != db::Engine::postgres) GTEST_SKIP() << "needs MEADOW_TOWN=postgres";
    const auto database = db::open(town.database_options());
    app::Parts parts = town.parts();
    parts.node = 1;
    app::Meadow neighbour(parts, *database, town.clock(), town.dice());
    neighbour.fill_memory();
    auto& theirs = neighbour.world().adapters.get<discovery::Curator>();
    std::vector<Person> readers;
    for (int i = 0; i < 24; ++i) readers.push_back(town.person("reader" + std::to_string(i)));
    for (std::size_t i = 0; i < readers.size(); ++i) {
        // Half of the pages are served by the neighbour; who reads it answers here.
        const UserId user{*parse_id(UserId::prefix(), readers[i].id())};
        if (i % 2 == 0) readers[i].get("/v1/feed/discover").is(200);
        else {
            const auto page = theirs.serve(town.now(), user, 5, {});
            theirs.served().keep(town.now(), user, page, {});
        }
        neighbour.pump().settle();
        discovery::keep_diary(neighbour.world());
        passes(town, 1s);
        const std::string note = text(curator().look([](const auto& state) { return state.notes.front().id; }));
        if (i % 3 == 0) readers[i].post("/v1/feed/answers", opened("event-number-" + std::to_string(i), note)).is(200);
        if (i % 4 == 0) readers[i].put("/v1/notes/" + note + "/like").is(204);
    }
    town.wait(1min);
    publishes(ada, "So that time goes on");
    for (int turn = 0; turn < 3; ++turn) {
        neighbour.pump().settle();
        passes(town, 1s);
    }
    for (int turn = 0; turn < 200; ++turn) discovery::keep_diary(neighbour.world());
    const auto mine = curator().note(NoteId{curator().look([](const auto& state) { return state.notes.front().id; })});
    ASSERT_FALSE(mine->verdicts.empty());
    EXPECT_EQ(mine->evidence.clicks, 12'000'000) << "8 opened it and 6 liked it, 2 of them both";
    EXPECT_EQ(theirs.place().seq, curator().place().seq);
    EXPECT_EQ(theirs.snapshot(), curator().snapshot());
}

}  // namespace meadow::testing
