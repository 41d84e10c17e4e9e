// Up to where rows of many writers can be read in order.
//
// On PostgreSQL several lanes and processes write news (and other rows read by place) at once, and their transactions end in another
// order than they began. Such a table keeps its rows by (xid, seq), xid being the transaction's number, and whoever reads on after the
// last place it saw reads only below the horizon: what lies there is complete, so nothing is passed over. SQLite has one writer.
#pragma once
#include <cstdint>

#include "base/describe.hpp"

namespace meadow::jobs {

struct World;

struct Horizon {
    // Every transaction of this database numbered below it has ended: a transaction that begins to read now sees all that they left.
    std::int64_t settled = INT64_MAX;
    // What has been committed so far is numbered below this.
    std::int64_t begun = 0;
};
BOOST_DESCRIBE_STRUCT(Horizon, (), (settled, begun))

// To be taken before the transaction that reads by it begins. Transactions in other databases of the same server do not hold it back.
// On SQLite everything is below it.
Horizon horizon(World&);

}  // namespace meadow::jobs
