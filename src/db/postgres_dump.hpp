// A consistent copy of a PostgreSQL database by the tool that belongs to it.
#pragma once
#include <filesystem>

#include "db/postgres_address.hpp"

namespace meadow::db::postgres {

// Runs pg_dump in custom format and puts the finished file at `to`, replacing what is there; a failed dump leaves nothing
// behind. With a schema in the address only that schema is copied. Throws Fault broken with what pg_dump complained about.
void dump(const Address&, const std::filesystem::path& to);

}  // namespace meadow::db::postgres
