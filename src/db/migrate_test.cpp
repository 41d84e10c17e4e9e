// The schema of a SQLite store: applied once and in order, never rewritten, never taken back by an older binary.
#include "db/migrate.hpp"

#include "db/sqlite_test.hpp"

namespace meadow::db {
namespace {

const Sql tables{"test.migrate_tables", "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'made_%' ORDER BY name"};
const Sql definition{"test.migrate_definition", "SELECT sql FROM sqlite_master WHERE name = $1"};

using Names = std::vector<std::string>;

class MigrateTest : public SqliteTest {
protected:
    void SetUp() override { database_ = open({.url = "sqlite:" + home_.string()}); }
    Names made(Home home = Home::main)
    {
        const auto reader = database_->open_reader(home);
        return ReadTx(*reader).all<std::string>(tables);
    }
};

Migration step(int number, std::string_view text, std::string_view name = "step")
{
    return {"shop", number, name, Home::main, {}, text};
}

TEST_F(MigrateTest, applies_what_is_missing_in_order_and_once)
{
    const std::vector<Migration> first{step(1, "CREATE TABLE made_a (x bigint)"), step(2, "ALTER TABLE made_a ADD COLUMN y bigint")};
    EXPECT_TRUE(needs_migration(*database_, first));
    const auto report = migrate(*database_, first);
    EXPECT_TRUE(report.created);
    EXPECT_EQ(report.applied, (Names{"shop/1_step", "shop/2_step"}));
    EXPECT_FALSE(needs_migration(*database_, first));
    EXPECT_TRUE(migrate(*database_, first).applied.empty());

    std::vector<Migration> second = first;
    second.push_back(step(3, "CREATE TABLE made_b (x bigint)"));
    const auto later = migrate(*database_, second);
    EXPECT_FALSE(later.created);
    EXPECT_EQ(later.applied, Names{"shop/3_step"});
    EXPECT_EQ(made(), (Names{"made_a", "made_b"}));
}

TEST_F(MigrateTest, a_script_that_was_applied_may_be_indented_anew_but_never_changed)
{
    migrate(*database_, std::vector{step(1, "CREATE TABLE made_a (x bigint)")});
    EXPECT_NO_THROW(migrate(*database_, std::vector{step(1, "CREATE TABLE\n    made_a (x   bigint)\n")}));
    EXPECT_EQ(kind_of([&] { migrate(*database_, std::vector{step(1, "CREATE TABLE made_a (y bigint)")}); }), Fault::Kind::broken);
}

TEST_F(MigrateTest, a_database_of_a_newer_meadow_is_refused_untouched)
{
    const std::vector<Migration> newer{step(1, "CREATE TABLE made_a (x bigint)"), step(2, "CREATE TABLE made_b (x bigint)")};
    migrate(*database_, newer);
    bool asked = false;
    const std::vector<Migration> older{step(1, "CREATE TABLE made_a (x bigint)"), {"mall", 1, "other", Home::main, {}, "CREATE TABLE made_c (x bigint)"}};
    EXPECT_EQ(kind_of([&] { migrate(*database_, older, [&] { asked = true; }); }), Fault::Kind::broken);
    EXPECT_EQ(kind_of([&] { needs_migration(*database_, older); }), Fault::Kind::broken);
    EXPECT_FALSE(asked);
    EXPECT_EQ(made(), (Names{"made_a", "made_b"}));
}

TEST_F(MigrateTest, a_script_that_fails_leaves_nothing_of_itself_and_can_be_tried_again)
{
    const std::vector<Migration> broken{step(1, "CREATE TABLE made_a (x bigint)"),
                                        step(2, "CREATE TABLE made_b (x bigint); INSERT INTO made_nowhere VALUES (1)")};
    EXPECT_EQ(kind_of([&] { migrate(*database_, broken); }), Fault::Kind::broken);
    EXPECT_EQ(made(), Names{"made_a"});
    const auto report = migrate(*database_, std::vector{broken[0], step(2, "CREATE TABLE made_b (x bigint)")});
    EXPECT_EQ(report.applied, Names{"shop/2_step"});
}

TEST_F(MigrateTest, asks_for_a_backup_once_and_only_before_it_changes_what_is_there)
{
    int backups = 0;
    const auto backup = [&] { ++backups; };
    const std::vector<Migration> first{step(1, "CREATE TABLE made_a (x bigint)")};
    migrate(*database_, first, backup);
    EXPECT_EQ(backups, 0) << "there was nothing to lose";
    migrate(*database_, first, backup);
    EXPECT_EQ(backups, 0) << "there was nothing to do";
    std::vector<Migration> more = first;
    more.push_back(step(2, "CREATE TABLE made_b (x bigint)"));
    more.push_back(step(3, "CREATE TABLE made_c (x bigint)"));
    EXPECT_THROW(migrate(*database_, more, [] { throw std::runtime_error("no room for a backup"); }), std::runtime_error);
    EXPECT_EQ(made(), Names{"made_a"}) << "without a backup nothing is changed";
    migrate(*database_, more, backup);
    EXPECT_EQ(backups, 1);
}

TEST_F(MigrateTest, a_script_goes_to_its_own_store_and_engine)
{
    const std::vector<Migration> all{{"shop", 1, "main", Home::main, {}, "CREATE TABLE made_main (x bigint)"},
                                     {"shop", 2, "events", Home::events, {}, "CREATE TABLE made_events (x bigint)"},
                                     {"shop", 3, "here", Home::main, Engine::sqlite, "CREATE TABLE made_sqlite (x bigint)"},
                                     {"shop", 3, "here", Home::main, Engine::postgres, "CREATE TABLE made_postgres (x bigint)"}};
    EXPECT_EQ(migrate(*database_, all).applied.size(), 3u);
    EXPECT_EQ(made(Home::main), (Names{"made_main", "made_sqlite"}));
    EXPECT_EQ(made(Home::events), Names{"made_events"});
    EXPECT_FALSE(needs_migration(*database_, all));
}

TEST_F(MigrateTest, a_clustered_table_is_kept_in_the_order_of_its_key)
{
    migrate(*database_, std::vector{step(1, "CREATE TABLE made_a (x bigint NOT NULL PRIMARY KEY) @clustered")});
    const auto reader = database_->open_reader(Home::main);
    EXPECT_NE(ReadTx(*reader).one<std::string>(definition, "made_a")->find("WITHOUT ROWID"), std::string::npos);
}

}  // namespace
}  // namespace meadow::db
