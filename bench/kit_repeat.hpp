// Growing a database honestly and quickly: what was written since a mark, through the product's own verbs, is written again and
// again, each time further back in time. Every row of every table that was made since the mark is repeated under ids and instants
// moved back together, also where they stand inside a text; what was added to a sum since the mark is added once more a copy.
// So invariants that held for the original hold for the whole: books balance, counters equal rows, stock is conserved.
//
// Not repeated: the tables of jobs and http (news that was heard, timers that rang, requests that were answered), and the store
// of events. Nothing made since the mark may name what exists once only, such as a new person's handle.
#pragma once
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.hpp"
#include "db/tx.hpp"
#include "base/instant.hpp"

namespace meadow::bench {

struct Column {
    std::string name;
    std::string type;     // as declared: bigint, text, double precision
    bool key = false;     // part of the primary key
};

using Tables = std::map<std::string, std::vector<Column>>;
// Those that are repeated when they have rows to repeat.
Tables tables_of(db::ReadTx&);

class Repeat {
public:
    // Remembers the sums as they are now. `first_id`: no smaller id is made from now on.
    Repeat(db::Database&, std::int64_t first_id, Instant now);

    // Writes `copies` more of what was made since, until `last_id`; the n-th is moved back by n × `step`, which must be longer than it
    // took to make the original. Nobody else may write meanwhile. Returns the rows written.
    // The indexes that are not keys are dropped meanwhile and made again at the end: a process that dies between leaves a database to be thrown away.
    std::uint64_t write(db::Database&, std::int64_t last_id, int copies, Duration step);

private:
    using Sums = std::unordered_map<std::string, std::vector<std::int64_t>>;   // by key: the whole numbers of the row

    const std::int64_t first_id_;
    const Instant start_;
    std::unordered_map<std::string, Sums> before_;   // by table
};

// The id `copies` steps earlier.
std::int64_t moved_back(std::int64_t id, int copies, Duration step);

}  // namespace meadow::bench
