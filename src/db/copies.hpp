// Copies of a whole database: taken while others write, put back into an empty place, and counted, so that a copy can be proved to
// be what was there.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "db/migrate.hpp"

namespace meadow::db {

struct TableRows {
    std::string table;
    std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(TableRows, (), (table, rows))
// Of every table, sorted by name. Two databases with one census hold as many rows everywhere.
using Census = std::vector<TableRows>;

// What take_copy() makes in its directory: meadow.db and events.db, or meadow.pgdump.
std::vector<std::string> copy_names(Engine);

// Copies the database into the directory `to`, which must exist, while others go on writing: what was committed before the call is
// in it. The census is that of the copy. SQLite: each file is one snapshot, the main one first, so that the events may be a little
// ahead of the numbers folded from them, never behind. PostgreSQL: pg_dump and the census look at one exported snapshot. Throws
// Fault broken.
Census take_copy(const Options&, const std::filesystem::path& to);

// Makes the database from a copy. SQLite: the files must not be there yet; PostgreSQL: pg_restore, all or nothing, into a database
// without tables. Throws Fault broken and leaves nothing of it behind.
void put_copy(const Options&, const std::filesystem::path& from);

// Fills a PostgreSQL database with what a SQLite copy holds: how a town moves from one engine to the other. Both have the same schema, the
// copy that of SQLite, and nobody uses the database meanwhile. All rows in one transaction, or nothing; what its migrations entered
// there goes. Throws Fault broken, also when the copy has a table or a column that the database has not.
void carry_over(const Options& to, const std::filesystem::path& from);

Census take_census(const Options&);

// What was applied to the database, sorted: "trading/1_orders". Empty for an empty one.
std::vector<std::string> applied_migrations(Database&);
// The same of all that a binary knows and would apply to such an engine.
std::vector<std::string> known_migrations(std::span<const Migration>, Engine);

// What the engine itself finds wrong with its files, one sentence each, at most 100. SQLite: integrity_check and foreign keys,
// reads everything. PostgreSQL: amcheck over every B-tree when the extension is installed, and the checksum failures the server
// counted.
std::vector<std::string> integrity_faults(const Options&);

}  // namespace meadow::db
