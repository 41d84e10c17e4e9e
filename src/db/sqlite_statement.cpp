#include "db/sqlite_statement.hpp"

#include <charconv>

#include "db/writer.hpp"

namespace meadow::db::sqlite {
namespace {

Fault::Kind kind_of(int code)
{
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Fault::Kind::busy;
        case SQLITE_CONSTRAINT:
            return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ? Fault::Kind::duplicate
                                                                                             : Fault::Kind::broken;
        default: return Fault::Kind::broken;
    }
}

Fault fault_of(sqlite3* db, std::string_view doing)
{
    const int code = sqlite3_extended_errcode(db);
    return {kind_of(code), std::string(doing) + ": " + sqlite3_errmsg(db) + " (" + std::to_string(code) + ")"};
}

std::string json_array(std::span<const std::int64_t> list)
{
    std::string out = "[";
    char digits[24];
    for (const std::int64_t value : list) {
        if (out.size() > 1) out.push_back(',');
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    return out += ']';
}

}  // namespace

void fail(sqlite3* db, std::string_view doing) { throw fault_of(db, doing); }

Statement::Statement(sqlite3* db, const Sql& sql, bool lists_of_one)
    : Statement(db, sql.name, lists_of_one ? dialect_of_single_lists(sql.text) : dialect(Engine::sqlite, sql.text))
{
    lists_of_one_ = lists_of_one;
}

Statement::Statement(sqlite3* db, std::string_view name, const std::string& text) : db_(db), name_(name)
{
    if (sqlite3_prepare_v3(db, text.c_str(), int(text.size()) + 1, SQLITE_PREPARE_PERSISTENT, &handle_, nullptr) != SQLITE_OK)
        fail(db, name);
    parameters_ = sqlite3_bind_parameter_count(handle_);
}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::start(std::span<const Value> values)
{
    if (stepping_) close();
    if (int(values.size()) != parameters_)
        throw Fault(Fault::Kind::broken, std::string(name_) + " takes " + std::to_string(parameters_) + " parameters, not " +
                                             std::to_string(values.size()));
    lists_.clear();  // SQLite looks at their bytes where they are, so they must not move: see bind_one()
    for (int i = 0; i < parameters_; ++i) bind_one(i + 1, values[std::size_t(i)]);
    stepping_ = true;
}

bool Statement::next()
{
    if (!stepping_) return false;
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    stepping_ = false;
    if (code == SQLITE_DONE) {
        sqlite3_reset(handle_);
        return false;
    }
    const Fault fault = fault_of(db_, name_);  // before the reset, which may have something else to say
    sqlite3_reset(handle_);
    throw fault;
}

std::string_view Statement::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return bytes == nullptr ? std::string_view{} : std::string_view{bytes, std::size_t(sqlite3_column_bytes(handle_, column))};
}

void Statement::close()
{
    sqlite3_reset(handle_);
    stepping_ = false;
}

void Statement::bind_one(int at, const Value& value)
{
    switch (value.kind) {
        case Value::Kind::null: sqlite3_bind_null(handle_, at); break;
        case Value::Kind::integer: sqlite3_bind_int64(handle_, at, value.integer); break;
        case Value::Kind::real: sqlite3_bind_double(handle_, at, value.real); break;
        case Value::Kind::text: bind_text(at, value.text); break;
        case Value::Kind::list:
            if (lists_of_one_) {
                sqlite3_bind_int64(handle_, at, value.list.front());
                break;
            }
            lists_.reserve(std::size_t(parameters_));
            bind_text(at, lists_.emplace_back(json_array(value.list)));
            break;
    }
}

// The bytes outlive the run of the statement (see value.hpp), so SQLite need not copy them.
void Statement::bind_text(int at, std::string_view text)
{
    sqlite3_bind_text64(handle_, at, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

}  // namespace meadow::db::sqlite
