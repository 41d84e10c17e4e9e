// What a PostgreSQL server says of itself, for whoever examines an installation.
#pragma once
#include <map>
#include <string>

#include "db/database.hpp"

namespace meadow::db {

struct ServerFacts {
    std::map<std::string, std::string> settings;  // as pg_settings has them: version, durability, encoding, room for connections
    std::int64_t clock_us = 0;                    // the server's, since 1970
    std::int64_t round_trip_us = 0;               // of a small question: the middle of nine
};

// Throws Fault broken when the server cannot be reached.
ServerFacts server_facts(const Options&);

}  // namespace meadow::db
