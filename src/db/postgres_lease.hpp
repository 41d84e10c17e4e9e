// The node lease on PostgreSQL; see node_lease.hpp.
#pragma once
#include "db/node_lease.hpp"

namespace meadow::db::postgres {

std::unique_ptr<NodeLease> take_lease(const Options&);

}  // namespace meadow::db::postgres
