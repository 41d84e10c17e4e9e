// copies.hpp for the embedded engine.
#pragma once
#include "db/copies.hpp"

struct sqlite3;

namespace meadow::db::sqlite {

// One snapshot of an open database as a file that needs no WAL beside it. All pages in one step, so a busy writer cannot make it
// start over.
void copy_database(sqlite3* from, const std::filesystem::path& to);

Census take_copy(const std::filesystem::path& from, const std::filesystem::path& to);
void put_copy(const std::filesystem::path& to, const std::filesystem::path& from);
Census take_census(const std::filesystem::path&);
std::vector<std::string> integrity_faults(const std::filesystem::path&);

}  // namespace meadow::db::sqlite
