// Wiring of the module: called once by floor 3 and by the tests' Town. Needs the adapter Carriers (tracking/model.hpp).
#pragma once
#include <vector>

#include "db/migrate.hpp"
#include "http/router.hpp"
#include "jobs/errands.hpp"
#include "jobs/news.hpp"

namespace meadow::fulfilment {

extern const std::vector<db::Migration> schema;
void add_routes(http::Router&);
void add_listeners(jobs::Listeners&);
void add_errands(jobs::Errands&, jobs::World&);
// The carriers that are built in: the sandbox.
void add_adapters(jobs::Adapters&);

}  // namespace meadow::fulfilment
