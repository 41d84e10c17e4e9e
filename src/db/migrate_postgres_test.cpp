#include "db/migrate.hpp"
#include "db/postgres_test.hpp"

namespace meadow::db {
namespace {

using namespace postgres_test;

const std::vector<Migration> scripts{
    {"shops", 1, "tables", Home::main, {}, "CREATE TABLE shops (id bigint PRIMARY KEY) @clustered; CREATE INDEX shops_by_id ON shops (id)"},
    {"shops", 2, "search", Home::main, Engine::sqlite, "this is not for PostgreSQL"},
    {"shops", 3, "search", Home::main, Engine::postgres, "ALTER TABLE shops ADD COLUMN words tsvector"},
    {"views", 1, "events", Home::events, {}, "CREATE TABLE views (shop_id bigint, n bigint)"},
};

TEST_F(PostgresTest, migrations_of_both_homes_share_one_book)
{
    EXPECT_TRUE(needs_migration(*database_, scripts));
    const auto report = migrate(*database_, scripts);
    EXPECT_TRUE(report.created);
    EXPECT_EQ((std::vector<std::string>{"shops/1_tables", "shops/3_search", "views/1_events"}), report.applied);
    EXPECT_FALSE(needs_migration(*database_, scripts));
    EXPECT_TRUE(migrate(*database_, scripts).applied.empty());
    connection()->script("INSERT INTO shops VALUES (1, 'a'); INSERT INTO views VALUES (1, 1)");
}

TEST_F(PostgresTest, a_migration_that_fails_half_way_leaves_nothing_of_itself)
{
    migrate(*database_, scripts);
    auto more = scripts;
    more.push_back({"views", 2, "broken", Home::events, {}, "CREATE TABLE half (a bigint); CREATE TABLE half (a bigint)"});
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { migrate(*database_, more); }));
    more.back().text = "CREATE TABLE half (a bigint)";
    EXPECT_EQ(std::vector<std::string>{"views/2_broken"}, migrate(*database_, more).applied);
}

}  // namespace
}  // namespace meadow::db
