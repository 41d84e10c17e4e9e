// Wiring of the module: called once by floor 3 and by the tests' Town. Needs the adapter blobs::Store.
#pragma once
#include <vector>

#include "db/migrate.hpp"
#include "http/router.hpp"
#include "jobs/news.hpp"
#include "jobs/pump.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::media {

extern const std::vector<db::Migration> schema;
void add_routes(http::Router&);
void add_listeners(jobs::Listeners&);
void add_personal_data(identity::DataContributors&);
void add_jobs(jobs::Pump&, jobs::World&);

}  // namespace meadow::media
