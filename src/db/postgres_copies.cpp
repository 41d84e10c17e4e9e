#include "db/postgres_copies.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "db/postgres_dump.hpp"
#include "db/postgres_fault.hpp"
#include "db/sqlite_copies.hpp"

namespace meadow::db::postgres {
namespace {

constexpr int most_faults = 100;

// Counting and checking take as long as they take.
Session patient(const Address& address)
{
    Session session = address.connect();
    Answer(PQexec(session.get(), "SET statement_timeout = 0"));
    return session;
}

Answer ask(PGconn* session, const std::string& what, std::string_view doing)
{
    Answer answer(PQexec(session, what.c_str()));
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) throw fault_of(answer.get(), doing);
    return answer;
}

std::string cell(const Answer& answer, int row, int column) { return PQgetvalue(answer.get(), row, column); }

std::string our_schema(const Address& address)
{
    return address.schema().empty() ? "current_schema()" : "'" + address.schema() + "'";
}

std::vector<std::string> tables_of(PGconn* session, const Address& address)
{
    const Answer names = ask(session,
                             "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS place, tablename FROM pg_tables"
                             " WHERE schemaname = " +
                                 our_schema(address) + " ORDER BY tablename",
                             "db.list_tables");
    std::vector<std::string> out;
    for (int row = 0; row < PQntuples(names.get()); ++row) out.push_back(cell(names, row, 0));
    return out;
}

Census count_rows(PGconn* session, const Address& address)
{
    Census census;
    for (const std::string& place : tables_of(session, address)) {
        const Answer count = ask(session, "SELECT count(*) FROM " + place, "db.count_rows");
        census.push_back({place.substr(place.find('.') + 1), std::strtoll(cell(count, 0, 0).c_str(), nullptr, 10)});
    }
    std::sort(census.begin(), census.end(), [](const TableRows& a, const TableRows& b) { return a.table < b.table; });
    return census;
}

// Each index is checked by itself, so that the first broken one does not hide the others.
void check_indexes(PGconn* session, const Address& address, std::vector<std::string>& faults)
{
    const Answer indexes = ask(session,
                               "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                               " JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_am a ON a.oid = c.relam"
                               " WHERE n.nspname = " +
                                   our_schema(address) + " AND a.amname = 'btree' AND i.indisvalid",
                               "db.list_indexes");
    for (int row = 0; row < PQntuples(indexes.get()) && int(faults.size()) < most_faults; ++row) {
        const Answer checked(PQexec(session, ("SELECT bt_index_check('" + cell(indexes, row, 0) + "'::regclass, true)").c_str()));
        if (PQresultStatus(checked.get()) != PGRES_TUPLES_OK)
            faults.push_back("index " + cell(indexes, row, 0) + ": " + std::string(trimmed(PQresultErrorMessage(checked.get()))));
    }
}

// The columns of a table that number its rows by themselves.
std::vector<std::string> counted_columns(PGconn* session, const std::string& place)
{
    const Answer names = ask(session, "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = '" + place + "'::regclass AND attidentity <> ''",
                             "db.list_counted_columns");
    std::vector<std::string> out;
    for (int row = 0; row < PQntuples(names.get()); ++row) out.push_back(cell(names, row, 0));
    return out;
}

void carry(PGconn* session, const std::string& place, const sqlite::CopiedTable& table)
{
    std::string columns;
    for (const std::string& column : table.columns) columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
    ask(session, "TRUNCATE " + place, "db.carry_over");
    const Answer begun(PQexec(session, ("COPY " + place + " (" + columns + ") FROM STDIN").c_str()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) throw fault_of(begun.get(), "db.carry_over");
    sqlite::each_piece(table, [&](std::string_view piece) {
        if (PQputCopyData(session, piece.data(), int(piece.size())) != 1) throw Fault(Fault::Kind::broken, table.name + ": " + PQerrorMessage(session));
    });
    if (PQputCopyEnd(session, nullptr) != 1) throw Fault(Fault::Kind::broken, table.name + ": " + PQerrorMessage(session));
    const Answer ended(PQgetResult(session));
    if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK) throw fault_of(ended.get(), "db.carry_over");
    while (const Answer rest{PQgetResult(session)}) {}
    for (const std::string& column : counted_columns(session, place))   // those that come are numbered after them
        ask(session, "SELECT setval(pg_get_serial_sequence('" + place + "', '" + column + "'), max(" + column + ")) FROM " + place + " HAVING count(*) > 0",
            "db.carry_over");
}

}  // namespace

void carry_over(const Address& address, const std::filesystem::path& from)
{
    const Session session = patient(address);
    ask(session.get(), "BEGIN", "db.begin_carry_over");
    std::map<std::string, std::string> places;
    for (const std::string& place : tables_of(session.get(), address)) places[place.substr(place.find('.') + 1)] = place;
    for (const sqlite::CopiedTable& table : sqlite::copied_tables(from)) {
        const auto place = places.find(table.name);
        if (place == places.end()) throw Fault(Fault::Kind::broken, "PostgreSQL has no table " + table.name + " to carry the copy's over to");
        carry(session.get(), place->second, table);
    }
    ask(session.get(), "COMMIT", "db.end_carry_over");
    ask(session.get(), "ANALYZE", "db.analyze");
}

Census take_copy(const Address& address, const std::filesystem::path& to)
{
    const Session session = patient(address);
    ask(session.get(), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "db.begin_copy");
    const std::string snapshot = cell(ask(session.get(), "SELECT pg_export_snapshot()", "db.export_snapshot"), 0, 0);
    dump(address, to / "meadow.pgdump", snapshot);
    Census census = count_rows(session.get(), address);
    ask(session.get(), "COMMIT", "db.end_copy");
    return census;
}

void put_copy(const Address& address, const std::filesystem::path& from)
{
    if (!tables_of(address.connect().get(), address).empty())
        throw Fault(Fault::Kind::broken, "the PostgreSQL database is not empty; restore into a new one");
    load(address, from / "meadow.pgdump");
}

Census take_census(const Address& address)
{
    const Session session = patient(address);
    ask(session.get(), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "db.begin_census");
    return count_rows(session.get(), address);
}

std::vector<std::string> integrity_faults(const Address& address)
{
    const Session session = patient(address);
    std::vector<std::string> faults;
    const Answer failures =
        ask(session.get(), "SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()",
            "db.checksum_failures");
    if (PQntuples(failures.get()) == 1 && cell(failures, 0, 0) != "0")
        faults.push_back("the server has counted " + cell(failures, 0, 0) + " pages with a wrong checksum");
    if (cell(ask(session.get(), "SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'", "db.find_amcheck"), 0, 0) == "1")
        check_indexes(session.get(), address, faults);
    return faults;
}

}  // namespace meadow::db::postgres
