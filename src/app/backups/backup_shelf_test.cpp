// Backups as operators ask for them, and those made before migrations that are forgotten again.
#include "app/backups/backup_shelf.hpp"

#include <fstream>
#include <thread>

#include "blobs/covers.hpp"
#include "support/market.hpp"

namespace meadow::app {
namespace {

namespace fs = std::filesystem;

fs::path empty_place(const std::string& name)
{
    const fs::path place = fs::path(::testing::TempDir()) / name;
    fs::remove_all(place);
    fs::create_directories(place);
    return place;
}

operations::BackupView settled(const BackupShelf& shelf)
{
    for (;;) {
        const auto all = shelf.list();
        if (!all.empty() && all[0].state != operations::BackupState::making && all[0].state != operations::BackupState::checking) return all[0];
        std::this_thread::yield();
    }
}

}  // namespace

TEST(BackupShelf, makes_a_backup_beside_the_served_town_and_says_what_a_check_finds)
{
    Town town{text(jobs::SystemClock{}.now())};
    if (town.database().engine() == db::Engine::postgres) GTEST_SKIP() << "commands find a Town by its SQLite files";
    auto ada = town.person("ada");
    testing::picture(ada, 1);
    BackupShelf shelf(town.database_options(), town.directory(), town.clock());
    EXPECT_TRUE(shelf.list().empty());
    ASSERT_TRUE(shelf.make("asked-1"));
    const auto made = settled(shelf);
    EXPECT_EQ(made.state, operations::BackupState::made) << made.fault;
    EXPECT_EQ(made.name, "asked-1");
    EXPECT_GT(made.rows, 0);
    EXPECT_GT(made.media_files, 0);
    EXPECT_TRUE(shelf.make("asked-1")) << "it is there";

    ASSERT_TRUE(shelf.check("asked-1"));
    EXPECT_EQ(settled(shelf).state, operations::BackupState::whole);
    EXPECT_TRUE(settled(shelf).checked_at);
    fs::resize_file(fs::path(town.directory()) / "backups/asked-1/events.db", 4096);
    ASSERT_TRUE(shelf.check("asked-1"));
    const auto found = settled(shelf);
    EXPECT_EQ(found.state, operations::BackupState::broken);
    EXPECT_NE(found.fault.find("not what it was"), std::string::npos) << found.fault;
}

TEST(BackupShelf, shows_one_that_was_never_finished_as_broken)
{
    const fs::path data = empty_place("unfinished");
    fs::create_directories(data / "backups/before-2030-01-01T00:00:00Z");
    const jobs::SystemClock clock;
    const BackupShelf shelf({}, data, clock);
    ASSERT_EQ(shelf.list().size(), 1u);
    EXPECT_EQ(shelf.list()[0].state, operations::BackupState::broken);
}

TEST(prune_backups, keeps_the_newest_made_before_migrations_and_touches_no_others)
{
    const fs::path place = empty_place("pruned");
    for (const char* const name : {"before-2030-01-01T00:00:00Z", "before-2030-01-03T00:00:00Z", "before-2030-01-02T00:00:00Z", "asked-2029-01-01T00:00:00Z"}) {
        fs::create_directories(place / name);
        std::ofstream(place / name / "manifest.json") << "{}";
    }
    EXPECT_EQ(prune_backups(place, 2), 1u);
    EXPECT_FALSE(fs::exists(place / "before-2030-01-01T00:00:00Z"));
    EXPECT_TRUE(fs::exists(place / "asked-2029-01-01T00:00:00Z"));
    EXPECT_EQ(prune_backups(place, 0), 1u) << "the last one is never taken";
    EXPECT_TRUE(fs::exists(place / "before-2030-01-03T00:00:00Z"));
    EXPECT_EQ(prune_backups(place / "nowhere", 1), 0u);
}

}  // namespace meadow::app
