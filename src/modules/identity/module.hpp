// Wiring of the module: called once by floor 3 and by the tests' Town. Needs the adapter Letters (codes/letters.hpp).
#pragma once
#include <vector>

#include "db/migrate.hpp"
#include "http/router.hpp"
#include "jobs/errands.hpp"
#include "jobs/news.hpp"
#include "jobs/pump.hpp"

namespace meadow::identity {

extern const std::vector<db::Migration> schema;
void add_routes(http::Router&);
void add_listeners(jobs::Listeners&);
void add_errands(jobs::Errands&, jobs::World&);
void add_jobs(jobs::Pump&, jobs::World&);

}  // namespace meadow::identity
