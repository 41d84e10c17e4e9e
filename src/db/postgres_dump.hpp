// A consistent copy of a PostgreSQL database, out and in again, by the tools that belong to it.
#pragma once
#include <filesystem>

#include "db/postgres_address.hpp"

namespace meadow::db::postgres {

// Runs pg_dump in custom format and puts the finished file at `to`, replacing what is there; a failed dump leaves nothing
// behind. With a schema in the address only that schema is copied. `snapshot`: one that pg_export_snapshot() gave out; empty: the
// dump's own. Throws Fault broken with what pg_dump complained about.
void dump(const Address&, const std::filesystem::path& to, const std::string& snapshot = {});

// Runs pg_restore on such a file: in one transaction, or nothing. What is there already makes it fail.
void load(const Address&, const std::filesystem::path& from);

}  // namespace meadow::db::postgres
