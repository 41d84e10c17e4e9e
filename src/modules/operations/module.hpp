// Wiring of the module: called once by floor 3 and by the tests' Town.
#pragma once
#include "http/router.hpp"
#include "jobs/errands.hpp"

namespace meadow::operations {

void add_routes(http::Router&);
// Needs the adapter BackupDesk (backups/desk.hpp).
void add_errands(jobs::Errands&, jobs::World&);

}  // namespace meadow::operations
