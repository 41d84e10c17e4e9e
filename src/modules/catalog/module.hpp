// Wiring of the module: called once by floor 3 and by the tests' Town.
#pragma once
#include <vector>

#include "db/migrate.hpp"
#include "http/router.hpp"
#include "jobs/news.hpp"
#include "modules/governance/governance.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::catalog {

extern const std::vector<db::Migration> schema;
void add_routes(http::Router&);
void add_listeners(jobs::Listeners&);
void add_adapters(jobs::Adapters&);   // what the module keeps in memory: pages read a moment ago
void add_personal_data(identity::DataContributors&);
void add_exhibits(governance::Exhibits&);

}  // namespace meadow::catalog
