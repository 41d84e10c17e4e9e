// The statements of the hot paths find their rows by key on both engines, and how they do it is written down: tests/tables/plans_*.
// Each case names one statement; its plan is the one for lists of any length.
#include <cstdlib>

#include "db/sql.hpp"
#include "support/tables.hpp"
#include "support/town.hpp"

namespace meadow::testing {
namespace {

const db::Sql& statement(std::string_view name)
{
    for (const db::Sql* sql : db::Sql::all())
        if (sql->name == name) return *sql;
    throw std::runtime_error("there is no statement " + std::string(name));
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// Reading a table from one end to the other, in the words of the engines. A list that was bound is scanned, and may be.
bool reads_a_whole_table(const std::string& plan)
{
    if (plan.find("Seq Scan on") != std::string::npos) return true;
    for (std::size_t at = plan.find("SCAN "); at != std::string::npos; at = plan.find("SCAN ", at + 1))
        if (!plan.substr(at).starts_with("SCAN json_each")) return true;
    return false;
}

void hold_plans(const std::string& folder, db::Connection& connection)
{
    run_tables(folder, [&](const std::string& input) {
        const db::Sql& sql = statement(first_line(input));
        const std::string plan = connection.explain(sql);
        EXPECT_FALSE(reads_a_whole_table(plan)) << sql.name << ":\n" << plan;
        return plan.empty() ? "writes one row\n" : plan;
    });
}

}  // namespace

TEST(Plans, hot_statements_find_their_rows_by_key_on_sqlite)
{
    const char* const engine = std::getenv("MEADOW_TOWN");
    if (engine != nullptr && std::string_view(engine) == "postgres") GTEST_SKIP() << "this run is PostgreSQL's";
    Town town;
    hold_plans("plans_sqlite", *town.database().open_writer(db::Home::main));
}

// An empty table is read from end to end by a sensible planner, so it is told not to: what is left of that has no index to use.
TEST(Plans, hot_statements_find_their_rows_by_key_on_postgres)
{
    const char* const server = std::getenv("MEADOW_TEST_POSTGRES");
    if (server == nullptr) GTEST_SKIP() << "MEADOW_TEST_POSTGRES names no PostgreSQL server";
    const db::Options options{.url = server, .schema = "plans_" + std::to_string(jobs::SystemDice{}.below(1'000'000'000))};
    const auto database = db::open(options);
    db::migrate(*database, app::all_migrations());
    const auto connection = database->open_writer(db::Home::main);
    connection->script("SET enable_seqscan = off; SET enable_bitmapscan = off; SET jit = off");
    hold_plans("plans_postgres", *connection);
    connection->script("DROP SCHEMA " + options.schema + " CASCADE");
}

}  // namespace meadow::testing
