#include "db/server_facts.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "db/postgres_address.hpp"
#include "db/postgres_fault.hpp"

namespace meadow::db {
namespace {

using namespace postgres;

Answer ask(PGconn* session, const char* what)
{
    Answer answer(PQexec(session, what));
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) throw fault_of(answer.get(), "db.server_facts");
    return answer;
}

}  // namespace

ServerFacts server_facts(const Options& options)
{
    const Session session = Address(options).connect();
    ServerFacts facts;
    const Answer settings =
        ask(session.get(),
            "SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'server_version_num', 'fsync',"
            " 'full_page_writes', 'synchronous_commit', 'server_encoding', 'data_checksums', 'max_connections')");
    for (int row = 0; row < PQntuples(settings.get()); ++row)
        facts.settings[PQgetvalue(settings.get(), row, 0)] = PQgetvalue(settings.get(), row, 1);
    std::array<std::int64_t, 9> times;
    for (std::int64_t& time : times) {
        const auto before = std::chrono::steady_clock::now();
        const Answer now = ask(session.get(), "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)");
        facts.clock_us = std::strtoll(PQgetvalue(now.get(), 0, 0), nullptr, 10);
        time = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - before).count();
    }
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    facts.round_trip_us = times[times.size() / 2];
    return facts;
}

}  // namespace meadow::db
