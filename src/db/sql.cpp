#include "db/sql.hpp"

#include <algorithm>
#include <string>

#include "db/connection.hpp"
#include "db/writer.hpp"

namespace meadow::db {
namespace {

struct Registry {
    const Sql* first = nullptr;
    std::size_t count = 0;
};

Registry& registry()
{
    static Registry all;
    return all;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Appends the engine's way of writing `IN @list($n)`; `at` stands on the '(' and is moved past the ')'.
void append_list(Engine engine, std::string_view text, std::size_t& at, bool of_one, std::string& out)
{
    const std::size_t close = text.find(')', at);
    if (close == std::string_view::npos) throw Fault(Fault::Kind::broken, "@list without ')' in: " + std::string(text));
    const std::string_view number = text.substr(at + 2, close - at - 2);  // past "($"
    if (engine == Engine::sqlite && of_one)
        out.append("IN (?").append(number).append(")");  // as good as "="
    else if (engine == Engine::sqlite)
        out.append("IN (SELECT value FROM json_each(?").append(number).append("))");
    else
        out.append("= ANY(CAST($").append(number).append(" AS bigint[]))");
    at = close + 1;
}

// Appends the engine's way of writing `@rows($n, column type, …)`; `at` stands on the '(' and is moved past the ')'.
void append_rows(Engine engine, std::string_view text, std::size_t& at, std::string& out)
{
    const std::size_t close = text.find(')', at), comma = std::min(text.find(',', at), close);
    if (close == std::string_view::npos || comma == close) throw Fault(Fault::Kind::broken, "@rows without columns in: " + std::string(text));
    const std::string number(text.substr(at + 2, comma - at - 2));  // past "($"
    const std::string_view columns = text.substr(comma + 1, close - comma - 1);
    at = close + 1;
    if (engine == Engine::postgres) {
        out.append("json_to_recordset(CAST($" + number + " AS json)) AS given(").append(columns).append(")");
        return;
    }
    out.append("(SELECT ");
    for (std::size_t from = 0; from < columns.size();) {
        const std::size_t name = std::min(columns.find_first_not_of(" \n", from), columns.size());
        const std::size_t end = std::min(columns.find(' ', name), columns.size());
        const std::string column(columns.substr(name, end - name));
        out.append(from == 0 ? "" : ", ").append("value ->> '$." + column + "' AS " + column);
        from = std::min(columns.find(',', end), columns.size() - 1) + 1;
    }
    out.append(" FROM json_each(?" + number + ")) AS given");
}

}  // namespace

Sql::Sql(std::string_view n, std::string_view t) : name(n), text(t), index(registry().count++), next_(registry().first)
{
    registry().first = this;
}

std::vector<const Sql*> Sql::all()
{
    std::vector<const Sql*> out(registry().count);
    for (const Sql* sql = registry().first; sql != nullptr; sql = sql->next_) out[sql->index] = sql;
    return out;
}

static std::string translate(Engine engine, std::string_view text, bool lists_of_one)
{
    static constexpr std::string_view list = "IN @list", rows = "@rows";
    std::string out;
    out.reserve(text.size() + 32);
    bool quoted = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\'') quoted = !quoted;
        if (!quoted && text.substr(at).starts_with(list)) {
            at += list.size();
            append_list(engine, text, at, lists_of_one, out);
        } else if (!quoted && text.substr(at).starts_with(rows)) {
            at += rows.size();
            append_rows(engine, text, at, out);
        } else if (!quoted && engine == Engine::sqlite && c == '$' && at + 1 < text.size() && is_digit(text[at + 1])) {
            out.push_back('?');  // SQLite numbers `$1` by order of appearance, `?1` by its number
            ++at;
        } else {
            out.push_back(c);
            ++at;
        }
    }
    return out;
}

std::string dialect(Engine engine, std::string_view text) { return translate(engine, text, false); }
std::string dialect_of_single_lists(std::string_view text) { return translate(Engine::sqlite, text, true); }

}  // namespace meadow::db
