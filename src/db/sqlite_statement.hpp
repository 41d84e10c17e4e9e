// One prepared statement of SQLite and, while it is stepping, its rows.
#pragma once
#include <sqlite3.h>

#include <string>
#include <vector>

#include "db/connection.hpp"

namespace meadow::db::sqlite {

// What SQLite last had to say on this connection, as a Fault of the kind a caller can act on.
[[noreturn]] void fail(sqlite3*, std::string_view doing);

class Statement final : public Rows {
public:
    // `lists_of_one`: every list that will be bound holds exactly one number.
    Statement(sqlite3*, const Sql&, bool lists_of_one);
    Statement(sqlite3*, std::string_view name, const std::string& text);
    ~Statement() override;
    Statement(const Statement&) = delete;

    // Binds and stands before the first row. What the values point at must live until the last.
    void start(std::span<const Value>);

    bool next() override;
    int columns() const override { return sqlite3_column_count(handle_); }
    bool null(int column) const override { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(handle_, column); }
    double real(int column) const override { return sqlite3_column_double(handle_, column); }
    std::string_view text(int column) const override;
    void close() override;

private:
    void bind_one(int at, const Value&);
    void bind_text(int at, std::string_view);

    sqlite3* db_;
    std::string_view name_;
    bool lists_of_one_ = false;
    sqlite3_stmt* handle_ = nullptr;
    int parameters_ = 0;
    bool stepping_ = false;
    std::vector<std::string> lists_;  // lists as the JSON that is bound
};

}  // namespace meadow::db::sqlite
