// Wiring of the module: called once by floor 3 and by the tests' Town.
#pragma once
#include <vector>

#include "db/migrate.hpp"
#include "http/router.hpp"
#include "jobs/errands.hpp"
#include "jobs/news.hpp"
#include "jobs/pump.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::trading {

extern const std::vector<db::Migration> schema;
void add_routes(http::Router&);
void add_listeners(jobs::Listeners&);
void add_errands(jobs::Errands&, jobs::World&);
void add_jobs(jobs::Pump&, jobs::World&);
// Puts in the sandbox gateway. It needs a jobs::Outgoing and a jobs::OwnAddress beside it.
void add_gateway(jobs::Adapters&);
void add_personal_data(identity::DataContributors&);

}  // namespace meadow::trading
