// meadow doctor finds what is broken on purpose.
#include <sys/stat.h>

#include <fstream>

#include "support/buying.hpp"
#include "support/command.hpp"
#include "support/paying.hpp"
#include "support/postgres.hpp"

namespace meadow::app {
namespace {

using testing::Outcome;
using testing::runs;

class Doctor : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (town_.database().engine() == db::Engine::postgres) GTEST_SKIP() << "commands find a Town by its SQLite files";
        chmod(town_.directory().c_str(), 0700);
    }
    void breaks(const std::string& statement) { town_.database().open_writer(db::Home::main)->script(statement); }
    void expect(const std::string& line)
    {
        const Outcome outcome = runs({"doctor", "--data", town_.directory()});
        EXPECT_EQ(outcome.code, line.starts_with("FAIL") ? 1 : 0) << outcome.said;
        EXPECT_TRUE(outcome.says(line)) << line << " is not in\n" << outcome.said;
    }
    void lives()
    {
        auto lin = town_.person("lin");
        const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}});
        town_.settles();
        auto bo = testing::buyer(town_, "bo");
        testing::pays_for(town_, bo, testing::bought(bo, stall.shop, stall.skus[0], 1, yuan(99)));
        bo.put("/v1/users/" + lin.id() + "/follow").is(204);
        town_.settles();
    }
    Town town_{text(jobs::SystemClock{}.now())};
};

TEST_F(Doctor, is_content_with_a_town_that_lives)
{
    lives();
    for (const char* const line :
         {"ok    data directory  private and writable", "ok    disk", "ok    schema", "ok    books           3 entries sum to zero",
          "ok    stock", "ok    counters", "ok    media", "ok    integrity", "ok    news            nothing waits"})
        expect(line);
}

TEST_F(Doctor, finds_what_does_not_add_up)
{
    lives();
    breaks("UPDATE trading_entries SET amount = amount + 1 WHERE kind = 'merchant'");
    expect("FAIL  books");
    breaks(
        "UPDATE trading_entries SET amount = amount - 1 WHERE kind = 'merchant'; UPDATE fulfilment_stock SET available = available "
        "+ 1");
    expect("FAIL  stock");
    breaks(
        "UPDATE fulfilment_stock SET available = available - 1; UPDATE community_people SET followers = followers + 1 WHERE "
        "followers > 0");
    expect("FAIL  counters        followers of usr_");
}

TEST_F(Doctor, finds_missing_media_and_others_who_may_look)
{
    lives();
    std::filesystem::rename(town_.directory() + "/media", town_.directory() + "/gone");
    expect("FAIL  media");
    std::filesystem::remove_all(town_.directory() + "/media");
    std::filesystem::rename(town_.directory() + "/gone", town_.directory() + "/media");
    chmod(town_.directory().c_str(), 0755);
    expect("warn  data directory  others may look into it");
}

TEST_F(Doctor, finds_parked_news_and_a_newer_schema)
{
    breaks("INSERT INTO jobs_parked VALUES (1, 'trading', 'test.poison', '{}', 'it was too bitter', 6, 1, 0)");
    expect("warn  news            1 parked; trading could not digest test.poison: it was too bitter");
    breaks("INSERT INTO db_migrations VALUES ('wonders', 1, 'future', '1')");
    expect("FAIL  database        this database was made by a newer meadow");
}

TEST_F(Doctor, finds_a_broken_database_file)
{
    lives();
    const std::string copy = town_.directory() + "/copy";
    ASSERT_EQ(runs({"backup", copy, "--data", town_.directory()}).code, 0);
    {
        std::fstream file(copy + "/meadow.db", std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096 * 40);
        file << std::string(4096, '\x55');
    }
    const Outcome outcome = runs({"doctor", "--data", copy});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_TRUE(outcome.says("FAIL  integrity")) << outcome.said;
}

TEST(DoctorOnPostgres, looks_at_the_servers_settings)
{
    const testing::OwnPostgres server;
    if (!server) GTEST_SKIP() << "MEADOW_TEST_POSTGRES names no PostgreSQL server";
    ASSERT_EQ(runs({"migrate", "--config", server.config()}).code, 0);
    const Outcome outcome = runs({"doctor", "--config", server.config()});
    EXPECT_TRUE(outcome.says("ok    postgresql      version 15")) << outcome.said;
    EXPECT_TRUE(outcome.says("ok    books           0 entries")) << outcome.said;
    const char* const durable = std::getenv("MEADOW_PG_FSYNC");
    if (durable == nullptr || std::string_view(durable) != "on")
        EXPECT_TRUE(outcome.says("FAIL  postgresql      fsync is off")) << outcome.said;
    std::ofstream(server.config()) << "data = \"" << server.data()
                                   << "\"\ndatabase_url = \"postgresql://nobody@127.0.0.1:1/none\"\n";
    const Outcome lost = runs({"doctor", "--config", server.config()});
    EXPECT_EQ(lost.code, 1);
    EXPECT_TRUE(lost.says("FAIL  postgresql")) << lost.said;
}

}  // namespace
}  // namespace meadow::app
