// What a lane asks of its writing connection besides what connection.hpp says: whether there is anything to take back, and how long
// its commits wait.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace meadow::db {

class Touched {
public:
    virtual ~Touched() = default;
    // Moves on whenever a statement changed rows (or, on PostgreSQL, may have or failed): the same number twice means that nothing
    // was written in between.
    virtual std::uint64_t touched() const = 0;
    // What its commits have spent waiting for the disk or the server, in microseconds, ever.
    virtual std::uint64_t waited_us() const = 0;
};

// SQLite's words for a statement all of whose lists hold exactly one number. A list is otherwise a table made anew at every run.
std::string dialect_of_single_lists(std::string_view text);

}  // namespace meadow::db
