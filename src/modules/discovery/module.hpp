// Wiring of the module: called once by floor 3 and by the tests' Town.
#pragma once
#include <functional>
#include <vector>

#include "db/migrate.hpp"
#include "http/router.hpp"
#include "jobs/news.hpp"
#include "jobs/pump.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery {

extern const std::vector<db::Migration> schema;
void add_routes(http::Router&);
// "/" where a web app is served: without one, floor 3 has a page of its own there.
void add_front_page(http::Router&);
void add_listeners(jobs::Listeners&);
// A PostgreSQL database restored into a younger server tells of transactions that server has yet to reach, and what they wrote would be
// read by nobody until then: puts the diary in order. Before anybody reads it; false when there was nothing to do.
bool leave_future(db::Tx&);
// What the module knows about a person, for the export of their data.
void add_personal_data(identity::DataContributors&);
// Puts in what the module keeps in memory: cards, the search library. Needs lang::Segmenter.
// `snapshots`: a file that shortens the next start; none when empty.
void add_memory(jobs::Adapters&, const std::string& snapshots = "");
// The memory follows the news from now on. Before fill_memory(), or something told in between would be missed.
void add_jobs(jobs::Pump&, jobs::World&);
// Reads into memory what it must know from the start, while `go_on`, and makes the lists again when they were lost. Serving need
// not wait for it. tidy_memory(): from time to time.
void fill_memory(jobs::World&, const std::function<bool()>& go_on);
void tidy_memory(jobs::World&);
// Bytes of what the engine knows, by what it is about, and the budget its policy gives to all of them together. Looks at everything: some
// milliseconds in a large town, in which nothing is told to the engine and nobody else waits.
struct MemoryFigures {
    std::int64_t notes = 0, readers = 0, taste = 0;
    std::int64_t budget = 0;
};
MemoryFigures memory_figures(jobs::World&);

}  // namespace meadow::discovery
