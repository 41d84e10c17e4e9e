// Every named statement of the product is understood by both engines, on the schema as it is migrated today.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "db/sql.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

bool concerns(const db::Sql& sql, db::Engine engine)
{
    if (sql.name.ends_with(".sqlite")) return engine == db::Engine::sqlite;
    if (sql.name.ends_with(".postgres")) return engine == db::Engine::postgres;
    return true;
}

// The store a statement belongs to is the one whose tables it names; on PostgreSQL both are one.
std::string trouble_with(const db::Sql& sql, std::initializer_list<db::Connection*> stores)
{
    std::string first;
    for (db::Connection* store : stores) {
        try {
            store->prepare(sql);
            return "";
        } catch (const db::Fault& fault) {
            if (first.empty()) first = fault.what();
        }
    }
    return first;
}

void prepare_all(db::Database& database)
{
    const auto main = database.open_writer(db::Home::main);
    const auto events = database.open_writer(db::Home::events);
    for (const db::Sql* sql : db::Sql::all())
        if (concerns(*sql, database.engine())) EXPECT_EQ(trouble_with(*sql, {main.get(), events.get()}), "") << sql->name;
}

}  // namespace

TEST(Statements, are_all_understood_by_sqlite)
{
    const char* const engine = std::getenv("MEADOW_TOWN");
    if (engine != nullptr && std::string_view(engine) == "postgres") GTEST_SKIP() << "this run is PostgreSQL's";
    Town town;
    prepare_all(town.database());
}

TEST(Statements, are_all_understood_by_postgres)
{
    const char* const server = std::getenv("MEADOW_TEST_POSTGRES");
    if (server == nullptr) GTEST_SKIP() << "MEADOW_TEST_POSTGRES names no PostgreSQL server";
    const db::Options options{.url = server, .schema = "statements_" + std::to_string(jobs::SystemDice{}.below(1'000'000'000))};
    const auto database = db::open(options);
    db::migrate(*database, app::all_migrations());
    prepare_all(*database);
    database->open_writer(db::Home::main)->script("DROP SCHEMA " + options.schema + " CASCADE");
}

TEST(Statements, have_names_of_their_own)
{
    std::set<std::string_view> names;
    for (const db::Sql* sql : db::Sql::all()) EXPECT_TRUE(names.insert(sql->name).second) << sql->name;
}

}  // namespace meadow
