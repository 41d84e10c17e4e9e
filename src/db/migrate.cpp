#include "db/migrate.hpp"

#include <algorithm>
#include <map>

#include "db/copies.hpp"
#include "db/tx.hpp"

namespace meadow::db {
namespace {

constexpr std::string_view ledger_table = R"sql(
    CREATE TABLE IF NOT EXISTS db_migrations (
        module text NOT NULL, number bigint NOT NULL, name text NOT NULL, checksum text NOT NULL,
        PRIMARY KEY (module, number)))sql";

struct Applied {
    std::string module;
    std::int64_t number;
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (module, number, name, checksum))

const Sql list_applied{"db.list_applied", "SELECT module, number, name, checksum FROM db_migrations"};
const Sql note_applied{"db.note_applied", "INSERT INTO db_migrations (module, number, name, checksum) VALUES ($1, $2, $3, $4)"};

// FNV-1a over the text without white space, so that a re-indented script is still the same script.
std::string checksum(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') continue;
        hash = (hash ^ std::uint64_t(static_cast<unsigned char>(c))) * 1099511628211ull;
    }
    return std::to_string(hash);
}

std::string title(const Migration& m) { return std::string(m.module) + "/" + std::to_string(m.number) + "_" + std::string(m.name); }

std::string in_dialect(Engine engine, std::string_view text)
{
    static constexpr std::string_view mark = "@clustered";
    std::string out(text);
    for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at))
        out.replace(at, mark.size(), engine == Engine::sqlite ? "WITHOUT ROWID" : "");
    return out;
}

bool concerns(const Migration& m, Home home, Engine engine) { return m.home == home && (!m.only || *m.only == engine); }

using Book = std::map<std::pair<std::string, std::int64_t>, Applied>;

Book read_book(Connection& connection)
{
    connection.script(ledger_table);
    Book book;
    ReadTx tx(connection);
    for (Applied& row : tx.all<Applied>(list_applied)) book.emplace(std::pair{row.module, row.number}, row);
    return book;
}

// What of `all` is missing in this store. Throws when the store and the binary contradict each other.
std::vector<const Migration*> missing(const Book& book, std::span<const Migration> all, Home home, Engine engine, bool share_book)
{
    std::vector<const Migration*> out;
    std::size_t known = 0;
    for (const Migration& m : all) {
        if (share_book ? (m.only && *m.only != engine) : !concerns(m, home, engine)) continue;
        const auto applied = book.find({std::string(m.module), m.number});
        if (applied == book.end()) {
            if (m.home == home) out.push_back(&m);
            continue;
        }
        ++known;
        if (applied->second.checksum != checksum(m.text))
            throw Fault(Fault::Kind::broken, title(m) + " was applied with another text; a migration never changes, write the next one");
    }
    if (known < book.size())
        throw Fault(Fault::Kind::broken, "this database was made by a newer meadow (it holds migrations this binary does not know)");
    return out;
}

void apply(Connection& connection, const Migration& m)
{
    connection.begin_write();
    try {
        connection.script(in_dialect(connection.engine(), m.text));
        Tx tx(connection);
        tx.exec(note_applied, m.module, m.number, m.name, checksum(m.text));
        connection.commit();
    } catch (const Fault& fault) {
        connection.rollback();
        throw Fault(fault.kind, title(m) + ": " + fault.what());
    }
}

struct Plan {
    std::unique_ptr<Connection> connection;
    std::vector<const Migration*> steps;
    bool empty;
};

// PostgreSQL keeps both stores in one database and therefore in one book; SQLite has a book in each file.
std::vector<Plan> plan(Database& database, std::span<const Migration> all)
{
    std::vector<Plan> plans;
    const bool share_book = database.engine() == Engine::postgres;
    for (const Home home : {Home::main, Home::events}) {
        auto connection = database.open_writer(home);
        const Book book = read_book(*connection);
        auto steps = missing(book, all, home, database.engine(), share_book);
        plans.push_back({std::move(connection), std::move(steps), book.empty()});
    }
    return plans;
}

// Of two processes that start at once on one PostgreSQL, the second waits and then finds nothing to do. The session holds the lock
// until it is closed. SQLite serves one process, which its node lease sees to.
std::unique_ptr<Connection> one_at_a_time(Database& database)
{
    if (database.engine() == Engine::sqlite) return nullptr;
    auto session = database.open_writer(Home::main);
    session->script("SELECT pg_advisory_lock(hashtext('meadow.migrate.' || coalesce(current_schema(), '')))");
    return session;
}

}  // namespace

MigrationReport migrate(Database& database, std::span<const Migration> all, const std::function<void()>& before_change)
{
    MigrationReport report;
    const auto turn = one_at_a_time(database);
    auto plans = plan(database, all);
    report.created = plans.front().empty;
    const bool change = std::any_of(plans.begin(), plans.end(), [](const Plan& p) { return !p.steps.empty(); });
    if (change && !report.created && before_change) before_change();
    for (Plan& p : plans) {
        for (const Migration* m : p.steps) {
            apply(*p.connection, *m);
            report.applied.push_back(title(*m));
        }
    }
    return report;
}

bool needs_migration(Database& database, std::span<const Migration> all)
{
    const auto plans = plan(database, all);
    return std::any_of(plans.begin(), plans.end(), [](const Plan& p) { return !p.steps.empty(); });
}

std::vector<std::string> applied_migrations(Database& database)
{
    std::vector<std::string> out;
    for (const Home home : {Home::main, Home::events}) {
        if (home == Home::events && database.engine() == Engine::postgres) break;  // one database, one book
        const auto connection = database.open_writer(home);
        for (const auto& [key, row] : read_book(*connection)) out.push_back(row.module + "/" + std::to_string(row.number) + "_" + row.name);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::string> known_migrations(std::span<const Migration> all, Engine engine)
{
    std::vector<std::string> out;
    for (const Migration& m : all)
        if (!m.only || *m.only == engine) out.push_back(title(m));
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace meadow::db
