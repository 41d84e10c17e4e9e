// Everything of a running Meadow, put together by hand and in order. Floor 3 and the tests' Town are its only users.
#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "db/checkpointer.hpp"
#include "db/lanes.hpp"
#include "db/migrate.hpp"
#include "http/router.hpp"
#include "jobs/errands.hpp"
#include "jobs/news.hpp"
#include "jobs/pool.hpp"
#include "jobs/pump.hpp"
#include "jobs/world.hpp"

namespace meadow::app {

struct Parts {
    db::Options database;
    db::LaneOptions lanes;
    http::RouterOptions router;
    jobs::Adapters adapters;         // to the world outside; what a module needs is said in its README
    unsigned node = 0;               // 0…63, unique among the processes that share a database (db/node_lease.hpp)
    std::string snapshots;           // the file in which the discovery engine keeps what shortens the next start; none when empty
    bool answers = true;             // false: a command that serves nobody and so keeps nothing derived in memory
};

// Every module's schema, in the order of the module line.
std::vector<db::Migration> all_migrations();

class Meadow {
public:
    // Opens the database and wires the modules. The schema must be up to date. `clock` and `dice` must outlive it.
    Meadow(const Parts&, db::Database&, const jobs::Clock&, jobs::Dice&);
    ~Meadow();

    jobs::World& world() { return world_; }
    // Delivers news and fills the memory that is derived, each on threads of its own, until the end.
    void start();
    // Fills the memory on the calling thread: for tests and commands, instead of start().
    void fill_memory();

    http::Router& router() { return router_; }
    const http::Router& router() const { return router_; }
    jobs::Pump& pump() { return pump_; }
    db::Lanes& lanes() { return *lanes_; }

private:
    jobs::Adapters adapters_;
    jobs::IdSource ids_;
    jobs::SettingsBook settings_;
    std::unique_ptr<db::Lanes> lanes_;
    db::Checkpointer checkpointer_;
    jobs::World world_;
    jobs::Listeners listeners_;
    jobs::Errands errands_;
    http::Router router_;
    jobs::Pump pump_;
    std::atomic<bool> ending_ = false;
    jobs::Pool background_{"background", 1, 4};   // last: its thread uses what stands above
};

}  // namespace meadow::app
