// The ground a running Meadow stands on: database, lanes, clock, chance, settings. Made once by floor 3 or by a test's Town.
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

#include "db/lanes.hpp"
#include "jobs/adapters.hpp"
#include "jobs/clock.hpp"
#include "jobs/context.hpp"
#include "jobs/setting.hpp"

namespace meadow::jobs {

// The settings in force, replaced as a whole when they change; readers keep the picture they took.
class SettingsBook {
public:
    std::shared_ptr<const Settings> now() const { return std::atomic_load(&current_); }
    void load(db::ReadTx&);

private:
    std::shared_ptr<const Settings> current_ = std::make_shared<Settings>();
};

// Read connections that are open but not in use, so that a small read outside a request does not pay for opening one.
class ReaderShelf {
public:
    std::unique_ptr<db::Connection> take(db::Database&);
    void put_back(std::unique_ptr<db::Connection>);

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<db::Connection>> idle_;
};

struct World {
    db::Database& database;
    db::Lanes& lanes;
    const Clock& clock;
    Dice& dice;
    IdSource& ids;
    SettingsBook& settings;
    const Adapters& adapters;
    std::function<void()> news_is_waiting = [] {};  // wakes the pump; called after a commit that told something
    ReaderShelf readers = {};
};

// Runs a verb outside a request (jobs, import, command line, tests) as one command of a lane, and tells its news.
// The verb's refusal is returned and leaves nothing behind; a fault is thrown.
template <class Out>
Result<Out> write_now(World&, const Who&, std::uint64_t home_key, const std::function<Result<Out>(WriteCtx&)>& verb);

// A read outside a request: one consistent snapshot.
void read_now(World&, const Who&, const std::function<void(ReadCtx&)>&);

// Runs a verb inside a transaction that is open already, and tells its news there. False from `verb` means: roll back.
bool run_verb(World&, db::Tx&, const Who&, const std::function<bool(WriteCtx&)>& verb);

// The untyped middle of write_now: false from `verb` rolls back.
void write_in_lane(World&, const Who&, std::uint64_t home_key, const std::function<bool(WriteCtx&)>& verb);

template <class Out>
Result<Out> write_now(World& world, const Who& who, std::uint64_t home_key, const std::function<Result<Out>(WriteCtx&)>& verb)
{
    std::optional<Result<Out>> out;
    write_in_lane(world, who, home_key, [&](WriteCtx& ctx) {
        out.emplace(verb(ctx));
        return out->ok();
    });
    return std::move(*out);
}

}  // namespace meadow::jobs
