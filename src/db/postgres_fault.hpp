// What PostgreSQL reports, in the words of connection.hpp.
#pragma once
#include <libpq-fe.h>

#include <string_view>

#include "db/connection.hpp"

namespace meadow::db::postgres {

// Source: PostgreSQL 15 documentation, appendix A "Error codes".
Fault::Kind kind_of(std::string_view sqlstate);

// The fault of a failed answer, told as "trading.insert_order: duplicate key … (23505)". `doing` names the statement.
Fault fault_of(const PGresult*, std::string_view doing);

// True when the server ended the session together with this answer (FATAL or PANIC).
bool ends_session(const PGresult*);

// libpq's messages end in a line feed, sometimes several.
std::string_view trimmed(const char* message);

}  // namespace meadow::db::postgres
