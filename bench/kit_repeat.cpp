#include "kit_repeat.hpp"

#include <algorithm>
#include <deque>

#include "base/id.hpp"

namespace meadow::bench {
namespace {

constexpr std::uint64_t rows_at_once = 200'000;   // a transaction
constexpr Duration future = std::chrono::hours{24 * 400};   // what is due later than this is no instant

const db::Sql columns_sqlite{"bench.columns.sqlite", R"sql(
    SELECT m.name, p.name, p.type, p.pk > 0 FROM sqlite_master m, pragma_table_info(m.name) p
     WHERE m.type = 'table' ORDER BY m.name, p.cid)sql"};
const db::Sql columns_postgres{"bench.columns.postgres", R"sql(
    SELECT CAST(t.relname AS text), CAST(a.attname AS text), format_type(a.atttypid, NULL),
           CASE WHEN a.attnum = ANY(CAST(i.indkey AS smallint[])) THEN CAST(1 AS bigint) ELSE CAST(0 AS bigint) END
      FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
     WHERE t.relkind = 'r' AND t.relnamespace = CAST(current_schema() AS regnamespace) ORDER BY t.relname, a.attnum)sql"};

// What belongs to a key or a UNIQUE of its table has no text.
const db::Sql indexes_sqlite{"bench.indexes.sqlite", "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"};
const db::Sql indexes_postgres{"bench.indexes.postgres", R"sql(
    SELECT CAST(indexname AS text), indexdef FROM pg_indexes
     WHERE schemaname = current_schema() AND indexname NOT IN (SELECT conname FROM pg_constraint) ORDER BY 1)sql"};

struct IndexRow {
    std::string name, text;
};
BOOST_DESCRIBE_STRUCT(IndexRow, (), (name, text))

struct ColumnRow {
    std::string table, name, type;
    std::int64_t key = 0;
};
BOOST_DESCRIBE_STRUCT(ColumnRow, (), (table, name, type, key))

// A statement made at run time: it must live as long as the program.
const db::Sql& statement(std::string name, std::string text)
{
    struct Kept {
        std::string name, text;
        db::Sql sql;
        Kept(std::string n, std::string t) : name(std::move(n)), text(std::move(t)), sql(name, text) {}
    };
    static std::deque<Kept> all;
    return all.emplace_back(std::move(name), std::move(text)).sql;
}

enum class Kind : std::uint8_t { null, number, id, instant, real, text };

struct Cell {
    Kind kind = Kind::null;
    std::int64_t number = 0;
    double real = 0;
    std::string text;
    std::vector<std::pair<std::size_t, std::int64_t>> ids;   // of a text: where their characters begin, and the id
    bool moves() const { return kind == Kind::id || !ids.empty(); }
};
using Row = std::vector<Cell>;

constexpr std::size_t id_characters = 13;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What of a row belongs to the time since the mark.
class Reader {
public:
    Reader(std::int64_t first_id, std::int64_t last_id, Instant start) : first_(first_id), last_(last_id), start_(start) {}

    Row read(db::Rows& rows, const std::vector<Column>& columns) const
    {
        Row out(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const int at = int(i);
            if (rows.null(at)) continue;
            if (columns[i].type == "bigint") out[i] = number(rows.integer(at));
            else if (columns[i].type == "double precision") out[i] = {Kind::real, 0, rows.real(at), {}, {}};
            else out[i] = text(rows.text(at));
        }
        return out;
    }

private:
    bool is_new(std::int64_t id) const { return id >= first_ && id <= last_; }
    Cell number(std::int64_t value) const
    {
        Cell out{Kind::number, value, 0, {}, {}};
        if (is_new(value)) out.kind = Kind::id;
        else if (value >= start_.us && value < (start_ + future).us) out.kind = Kind::instant;
        return out;
    }
    Cell text(std::string_view value) const
    {
        Cell out{Kind::text, 0, 0, std::string(value), {}};
        for (std::size_t at = value.find('_'); at != std::string_view::npos; at = value.find('_', at + 1)) {
            if (at == 0 || !is_letter(value[at - 1])) continue;
            const auto id = parse_id("", value.substr(at, id_characters + 1));
            if (id && is_new(*id)) out.ids.emplace_back(at + 1, *id);
        }
        return out;
    }

    const std::int64_t first_, last_;
    const Instant start_;
};

// Rows that stay together in the table's order of keys: as far as the key begins with what does not move.
std::string home_of(const Row& row, const std::vector<Column>& columns)
{
    std::string out;
    for (std::size_t i = 0; i < columns.size() && columns[i].key && !row[i].moves() && row[i].kind != Kind::instant; ++i) {
        if (row[i].kind == Kind::text) out += row[i].text;
        else
            for (int shift = 56; shift >= 0; shift -= 8) out += char(std::uint64_t(row[i].number) >> shift & 255u);
        out += '\0';
    }
    return out;
}

bool is_new(const Row& row, const std::vector<Column>& columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].key && row[i].moves()) return true;
    return false;
}

std::string key_of(const Row& row, const std::vector<Column>& columns)
{
    std::string out;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].key) out += row[i].kind == Kind::text ? row[i].text + '\0' : std::to_string(row[i].number) + '\0';
    return out;
}

std::vector<std::int64_t> numbers_of(const Row& row, const std::vector<Column>& columns)
{
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].key && row[i].kind == Kind::number) out.push_back(row[i].number);
        else if (!columns[i].key) out.push_back(0);
    return out;
}

// Binds one row after the other, moved back; keeps its room between rows.
class Copier {
public:
    Copier(db::Tx& tx, const db::Sql& insert, Duration step) : tx_(tx), insert_(insert), step_(step) {}

    void copy(const Row& row, int number)
    {
        const std::int64_t ids = id_step(number), times = step_.count() * number;
        values_.resize(row.size());
        texts_.resize(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Cell& cell = row[i];
            switch (cell.kind) {
                case Kind::null: values_[i] = {}; break;
                case Kind::number: values_[i] = db::bind(cell.number); break;
                case Kind::id: values_[i] = db::bind(cell.number - ids); break;
                case Kind::instant: values_[i] = db::bind(cell.number - times); break;
                case Kind::real: values_[i] = db::bind(cell.real); break;
                case Kind::text: values_[i] = db::bind(cell.ids.empty() ? cell.text : text(i, cell, ids)); break;
            }
        }
        tx_.connection().post(insert_, values_);
    }
    std::int64_t id_step(int number) const { return (step_.count() / 1000 * number) << 22; }

private:
    const std::string& text(std::size_t column, const Cell& cell, std::int64_t ids)
    {
        std::string& out = texts_[column];
        out = cell.text;
        for (const auto& [at, id] : cell.ids) out.replace(at, id_characters, id_text("", id - ids).substr(1));
        return out;
    }

    db::Tx& tx_;
    const db::Sql& insert_;
    const Duration step_;
    std::vector<db::Value> values_;
    std::vector<std::string> texts_;
};

std::string parameters(std::size_t count)
{
    std::string out;
    for (std::size_t i = 1; i <= count; ++i) out += (i > 1 ? ", $" : "$") + std::to_string(i);
    return out;
}

const db::Sql& select_all(const std::string& table) { return statement("bench.select." + table, "SELECT * FROM " + table); }

template <class Each>
void each_row(db::ReadTx& tx, const std::string& table, const std::vector<Column>& columns, const Reader& reader, Each&& each)
{
    db::Rows& rows = tx.connection().query(select_all(table), {});
    while (rows.next()) each(reader.read(rows, columns));
}

// Adds what was added to this row since the mark once more a copy.
void add_again(db::Tx& tx, const std::string& table, const std::vector<Column>& columns, const Row& row, const std::vector<std::int64_t>* before, int copies)
{
    std::string set, where;
    std::vector<db::Value> values;
    std::size_t plain = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool number = row[i].kind == Kind::number;
        if (columns[i].key) {
            values.push_back(row[i].kind == Kind::text ? db::bind(row[i].text) : db::bind(row[i].number));
            where += (where.empty() ? "" : " AND ") + columns[i].name + " = $" + std::to_string(values.size());
        } else {
            const std::int64_t more = number ? row[i].number - (before != nullptr ? (*before)[plain] : 0) : 0;
            ++plain;
            if (more == 0) continue;
            values.push_back(db::bind(row[i].number + more * copies));
            set += (set.empty() ? "" : ", ") + columns[i].name + " = $" + std::to_string(values.size());
        }
    }
    if (set.empty()) return;
    static std::map<std::string, const db::Sql*> made;
    const std::string text = "UPDATE " + table + " SET " + set + " WHERE " + where;
    const db::Sql*& sql = made[text];
    if (sql == nullptr) sql = &statement("bench.add." + table + std::to_string(made.size()), text);
    tx.connection().post(*sql, values);
}

}  // namespace

std::int64_t moved_back(std::int64_t id, int copies, Duration step) { return id - ((step.count() / 1000 * copies) << 22); }

Tables tables_of(db::ReadTx& tx)
{
    Tables out;
    for (ColumnRow& row : tx.all<ColumnRow>(tx.engine() == db::Engine::sqlite ? columns_sqlite : columns_postgres))
        if (!row.table.starts_with("jobs_") && !row.table.starts_with("http_") && !row.table.starts_with("sqlite_") && !row.table.starts_with("db_"))
            out[row.table].push_back({std::move(row.name), std::move(row.type), row.key != 0});
    return out;
}

Repeat::Repeat(db::Database& database, std::int64_t first_id, Instant now) : first_id_(first_id), start_(now)
{
    const auto connection = database.open_reader(db::Home::main);
    connection->begin_read();
    db::ReadTx tx(*connection);
    const Reader reader(first_id, INT64_MAX, now);
    for (const auto& [table, columns] : tables_of(tx))
        each_row(tx, table, columns, reader, [&, &sums = before_[table], &named = columns](const Row& row) { sums[key_of(row, named)] = numbers_of(row, named); });
    connection->commit();
}

std::uint64_t Repeat::write(db::Database& database, std::int64_t last_id, int copies, Duration step)
{
    const auto connection = database.open_writer(db::Home::main);
    if (database.engine() == db::Engine::sqlite) connection->script("PRAGMA cache_size=-524288");
    db::Tx tx(*connection);
    std::uint64_t written = 0;
    const auto step_on = [&] {
        connection->commit();
        database.checkpoint();
        connection->begin_write();
    };
    const Reader reader(first_id_, last_id, start_);
    connection->begin_write();
    // Rows come in the order of their table's key, which no other index shares: kept up row by row, these would be read and written
    // all over the disk; made at the end, each is sorted and written once.
    const auto indexes = tx.all<IndexRow>(tx.engine() == db::Engine::sqlite ? indexes_sqlite : indexes_postgres);
    for (const IndexRow& index : indexes) connection->script("DROP INDEX " + index.name);
    step_on();
    for (const auto& [table, columns] : tables_of(tx)) {
        std::map<std::string, std::vector<Row>> homes;
        std::vector<Row> sums;
        std::uint64_t others = 0;
        each_row(tx, table, columns, reader, [&, &named = columns](Row row) {
            if (is_new(row, named)) homes[home_of(row, named)].push_back(std::move(row));
            else if (++others; true) sums.push_back(std::move(row));
        });
        const Sums& before = before_[table];
        for (const Row& row : sums) {
            const auto found = before.find(key_of(row, columns));
            add_again(tx, table, columns, row, found == before.end() ? nullptr : &found->second, copies);
        }
        // A table that holds nothing else is written anew from its first key to its last, which is faster and denser.
        const bool anew = others == 0 && !homes.empty();
        if (anew) tx.exec(statement("bench.empty." + table, "DELETE FROM " + table));
        const db::Sql& insert = statement("bench.insert." + table, "INSERT INTO " + table + " VALUES (" + parameters(columns.size()) + ")");
        Copier copier(tx, insert, step);
        for (const auto& [home, rows] : homes)
            for (int number = copies; number >= (anew ? 0 : 1); --number)
                for (const Row& row : rows) {
                    copier.copy(row, number);
                    if (++written % rows_at_once == 0) step_on();
                }
        step_on();
    }
    for (const IndexRow& index : indexes) {
        connection->script(index.text);
        step_on();
    }
    connection->commit();
    return written;
}

}  // namespace meadow::bench
