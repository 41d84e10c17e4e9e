#include "db/sqlite_copies.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <memory>

namespace meadow::db::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 2> files{"meadow.db", "events.db"};  // in the order in which they are copied
constexpr std::size_t most_faults = 100;

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using File = std::unique_ptr<sqlite3, Close>;

File open_file(const fs::path& path, int flags)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    File file(handle);
    if (code != SQLITE_OK) throw Fault(Fault::Kind::broken, "cannot open " + path.string() + ": " + sqlite3_errstr(code));
    sqlite3_busy_timeout(handle, 5000);
    return file;
}

void each_row(sqlite3* file, const std::string& query, const std::function<void(sqlite3_stmt*)>& row)
{
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v2(file, query.c_str(), -1, &handle, nullptr) != SQLITE_OK)
        throw Fault(Fault::Kind::broken, query + ": " + sqlite3_errmsg(file));
    const std::unique_ptr<sqlite3_stmt, Close> statement(handle);
    int code = 0;
    while ((code = sqlite3_step(handle)) == SQLITE_ROW) row(handle);
    if (code != SQLITE_DONE) throw Fault(Fault::Kind::broken, query + ": " + sqlite3_errmsg(file));
}

std::string text_of(sqlite3_stmt* row, int column)
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    return bytes == nullptr ? "" : bytes;
}

// Only our own tables; sqlite_… are the engine's.
std::vector<std::string> tables_of(sqlite3* file)
{
    std::vector<std::string> names;
    each_row(file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
             [&](sqlite3_stmt* row) { names.push_back(text_of(row, 0)); });
    return names;
}

// https://www.postgresql.org/docs/15/sql-copy.html, "Text Format".
void write_cell(sqlite3_stmt* row, int column, std::string& out)
{
    switch (sqlite3_column_type(row, column)) {
        case SQLITE_NULL: out += "\\N"; return;
        case SQLITE_INTEGER: out += std::to_string(sqlite3_column_int64(row, column)); return;
        case SQLITE_FLOAT: {
            std::array<char, 32> digits;
            const auto end = std::to_chars(digits.begin(), digits.end(), sqlite3_column_double(row, column)).ptr;
            out.append(digits.data(), end);
            return;
        }
        default: break;
    }
    const std::string_view text(reinterpret_cast<const char*>(sqlite3_column_text(row, column)), std::size_t(sqlite3_column_bytes(row, column)));
    for (const char c : text) {
        switch (c) {
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default: out += c;
        }
    }
}

void count_into(Census& census, const fs::path& path)
{
    const File file = open_file(path, SQLITE_OPEN_READWRITE);
    for (const std::string& table : tables_of(file.get()))
        each_row(file.get(), "SELECT count(*) FROM \"" + table + "\"", [&](sqlite3_stmt* row) {
            const std::string store = path.filename() == "events.db" ? "events." : "";  // both have a db_migrations
            census.push_back({store + table, sqlite3_column_int64(row, 0)});
        });
}

}  // namespace

void copy_database(sqlite3* from, const fs::path& to)
{
    const File target = open_file(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3_backup* const work = sqlite3_backup_init(target.get(), "main", from, "main");
    int code = work == nullptr ? SQLITE_ERROR : sqlite3_backup_step(work, -1);
    if (work != nullptr) sqlite3_backup_finish(work);
    if (code == SQLITE_DONE) code = sqlite3_exec(target.get(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw Fault(Fault::Kind::broken, "copying to " + to.string() + " failed: " + sqlite3_errstr(code));
}

Census take_copy(const fs::path& from, const fs::path& to)
{
    for (const char* const name : files) copy_database(open_file(from / name, SQLITE_OPEN_READWRITE).get(), to / name);
    return take_census(to);
}

void put_copy(const fs::path& to, const fs::path& from)
{
    for (const char* const name : files)
        if (fs::exists(to / name)) throw Fault(Fault::Kind::broken, (to / name).string() + " is there already");
    try {
        fs::create_directories(to);
        for (const char* const name : files) copy_database(open_file(from / name, SQLITE_OPEN_READONLY).get(), to / name);
    } catch (...) {
        std::error_code ignored;
        for (const char* const name : files) fs::remove(to / name, ignored);
        throw;
    }
}

Census take_census(const fs::path& directory)
{
    Census census;
    for (const char* const name : files) count_into(census, directory / name);
    std::sort(census.begin(), census.end(), [](const TableRows& a, const TableRows& b) { return a.table < b.table; });
    return census;
}

std::vector<CopiedTable> copied_tables(const fs::path& copy)
{
    std::vector<CopiedTable> out;
    for (const char* const name : files) {
        const File file = open_file(copy / name, SQLITE_OPEN_READWRITE);
        for (const std::string& table : tables_of(file.get())) {
            if (table == "db_migrations") continue;
            CopiedTable& one = out.emplace_back(CopiedTable{copy / name, table, {}});
            each_row(file.get(), "PRAGMA table_info(\"" + table + "\")", [&](sqlite3_stmt* row) { one.columns.push_back(text_of(row, 1)); });
        }
    }
    return out;
}

void each_piece(const CopiedTable& table, const std::function<void(std::string_view)>& use)
{
    constexpr std::size_t enough = 64 * 1024;
    const File file = open_file(table.file, SQLITE_OPEN_READWRITE);
    std::string columns;
    for (const std::string& column : table.columns) columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
    std::string piece;
    each_row(file.get(), "SELECT " + columns + " FROM \"" + table.name + "\"", [&](sqlite3_stmt* row) {
        for (int column = 0; column < int(table.columns.size()); ++column) {
            if (column > 0) piece += '\t';
            write_cell(row, column, piece);
        }
        piece += '\n';
        if (piece.size() < enough) return;
        use(piece);
        piece.clear();
    });
    if (!piece.empty()) use(piece);
}

std::vector<std::string> integrity_faults(const fs::path& directory)
{
    std::vector<std::string> faults;
    for (const char* const name : files) {
        const File file = open_file(directory / name, SQLITE_OPEN_READWRITE);
        const auto note = [&](const std::string& what) {
            if (faults.size() < most_faults) faults.push_back(std::string(name) + ": " + what);
        };
        try {
            each_row(file.get(), "PRAGMA integrity_check(" + std::to_string(most_faults) + ")", [&](sqlite3_stmt* row) {
                if (text_of(row, 0) != "ok") note(text_of(row, 0));
            });
            each_row(file.get(), "PRAGMA foreign_key_check",
                     [&](sqlite3_stmt* row) { note("a row of " + text_of(row, 0) + " has no parent in " + text_of(row, 2)); });
        } catch (const Fault& broken) {
            note(broken.what());  // too broken to be checked
        }
    }
    return faults;
}

}  // namespace meadow::db::sqlite
