#include "db/postgres_fault.hpp"

#include <array>
#include <string>
#include <utility>

namespace meadow::db::postgres {

namespace {

std::string_view field(const PGresult* answer, int code)
{
    const char* text = PQresultErrorField(answer, code);
    return text ? std::string_view(text) : std::string_view();
}

}  // namespace

Fault::Kind kind_of(std::string_view sqlstate)
{
    static constexpr std::array<std::pair<std::string_view, Fault::Kind>, 7> kinds{{
        {"40001", Fault::Kind::conflict},   // serialization_failure
        {"40P01", Fault::Kind::conflict},   // deadlock_detected
        {"23505", Fault::Kind::duplicate},  // unique_violation
        {"53300", Fault::Kind::busy},       // too_many_connections
        {"55P03", Fault::Kind::busy},       // lock_not_available: lock_timeout
        {"57014", Fault::Kind::busy},       // query_canceled: statement_timeout
        {"57P03", Fault::Kind::busy},       // cannot_connect_now: starting up or shutting down
    }};
    for (const auto& [state, kind] : kinds)
        if (state == sqlstate) return kind;
    return Fault::Kind::broken;
}

Fault fault_of(const PGresult* answer, std::string_view doing)
{
    const std::string_view state = field(answer, PG_DIAG_SQLSTATE);
    std::string what(doing);
    what.append(": ");
    const std::string_view primary = field(answer, PG_DIAG_MESSAGE_PRIMARY);
    what.append(primary.empty() ? trimmed(PQresultErrorMessage(answer)) : primary);
    if (const std::string_view detail = field(answer, PG_DIAG_MESSAGE_DETAIL); !detail.empty()) what.append("; ").append(detail);
    if (!state.empty()) what.append(" (").append(state).append(")");
    return {kind_of(state), what};
}

bool ends_session(const PGresult* answer)
{
    const std::string_view severity = field(answer, PG_DIAG_SEVERITY_NONLOCALIZED);
    return severity == "FATAL" || severity == "PANIC";
}

std::string_view trimmed(const char* message)
{
    std::string_view text(message ? message : "");
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
    return text;
}

}  // namespace meadow::db::postgres
