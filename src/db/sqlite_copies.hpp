// copies.hpp for the embedded engine.
#pragma once
#include <functional>
#include <string_view>

#include "db/copies.hpp"

struct sqlite3;

namespace meadow::db::sqlite {

// One snapshot of an open database as a file that needs no WAL beside it. All pages in one step, so a busy writer cannot make it
// start over.
void copy_database(sqlite3* from, const std::filesystem::path& to);

Census take_copy(const std::filesystem::path& from, const std::filesystem::path& to);
void put_copy(const std::filesystem::path& to, const std::filesystem::path& from);
Census take_census(const std::filesystem::path&);

// A table of a copy and the file it is in.
struct CopiedTable {
    std::filesystem::path file;
    std::string name;
    std::vector<std::string> columns;
};
// All but the books of migrations, which each file has.
std::vector<CopiedTable> copied_tables(const std::filesystem::path& copy);
// Its rows as PostgreSQL's COPY reads them in its text format, in pieces of some 64 KB that end with a row.
void each_piece(const CopiedTable&, const std::function<void(std::string_view)>& use);
std::vector<std::string> integrity_faults(const std::filesystem::path&);

}  // namespace meadow::db::sqlite
