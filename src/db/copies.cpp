#include "db/copies.hpp"

#include "db/postgres_copies.hpp"
#include "db/sqlite_copies.hpp"

namespace meadow::db {
namespace {

constexpr std::string_view prefix = "sqlite:";

bool is_sqlite(const Options& options) { return options.url.starts_with(prefix); }
std::filesystem::path directory_of(const Options& options) { return options.url.substr(prefix.size()); }

}  // namespace

std::vector<std::string> copy_names(Engine engine)
{
    if (engine == Engine::postgres) return {"meadow.pgdump"};
    return {"events.db", "meadow.db"};
}

Census take_copy(const Options& options, const std::filesystem::path& to)
{
    return is_sqlite(options) ? sqlite::take_copy(directory_of(options), to) : postgres::take_copy(postgres::Address(options), to);
}

void put_copy(const Options& options, const std::filesystem::path& from)
{
    if (is_sqlite(options))
        sqlite::put_copy(directory_of(options), from);
    else
        postgres::put_copy(postgres::Address(options), from);
}

void carry_over(const Options& to, const std::filesystem::path& from)
{
    if (is_sqlite(to)) throw Fault(Fault::Kind::broken, "a town moves from SQLite to PostgreSQL, not back");
    postgres::carry_over(postgres::Address(to), from);
}

Census take_census(const Options& options)
{
    return is_sqlite(options) ? sqlite::take_census(directory_of(options)) : postgres::take_census(postgres::Address(options));
}

std::vector<std::string> integrity_faults(const Options& options)
{
    return is_sqlite(options) ? sqlite::integrity_faults(directory_of(options))
                              : postgres::integrity_faults(postgres::Address(options));
}

}  // namespace meadow::db
