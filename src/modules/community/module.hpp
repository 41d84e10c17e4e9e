// Wiring of the module: called once by floor 3 and by the tests' Town.
#pragma once
#include <vector>

#include "db/migrate.hpp"
#include "http/router.hpp"
#include "jobs/adapters.hpp"
#include "jobs/news.hpp"
#include "jobs/pump.hpp"
#include "modules/governance/governance.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {

extern const std::vector<db::Migration> schema;
void add_adapters(jobs::Adapters&);   // what the module keeps in memory: open event streams, pages read a moment ago
void add_routes(http::Router&);
void add_listeners(jobs::Listeners&);
void add_personal_data(identity::DataContributors&);
void add_exhibits(governance::Exhibits&);
void add_jobs(jobs::Pump&, jobs::World&);

}  // namespace meadow::community
