// The pump delivers news: it rings timers that are due, reads the outbox after each subscriber's cursor, runs the handlers and
// moves the cursors. A round is one command of a lane, so it shares its commit with the requests that are waiting there. In
// production the pump runs on a thread of its own; tests call `settle()`.
#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "jobs/errands.hpp"
#include "jobs/horizon.hpp"
#include "jobs/news.hpp"
#include "jobs/store.hpp"
#include "jobs/world.hpp"

namespace meadow::jobs {

struct PumpFigures {
    std::uint64_t delivered = 0;   // news × subscribers
    std::uint64_t parked = 0;
};

class Pump {
public:
    Pump(World& world, const Listeners& listeners, const Errands& errands) : world_(world), listeners_(listeners), errands_(errands) {}
    ~Pump() { stop(); }

    // Derived state in memory follows the news of every process, told from now on: called with what is new, in order, on the pump's
    // thread after the commit. What throws is handed over again in the next round.
    void follow(std::function<void(const std::vector<News>&)> apply);
    // Carries all news to what is kept in another store: `keep` is called with what comes after this relay's own durable cursor, in
    // order, outside any transaction, on the pump's thread. The cursor moves some time after `keep` has returned, so nothing is lost, and
    // what was carried just before the process died comes again. Every process carries, so the same news may come from two of them.
    void relay(std::string name, std::function<void(const std::vector<News>&)> keep) { relays_.push_back({std::move(name), std::move(keep), {}, {}, {}}); }
    // A job every `pause`, run on the pump's thread. The first run comes after one pause.
    void every(Duration pause, std::function<void()> job) { periodic_.push_back({pause, Instant{}, std::move(job)}); }

    void start();
    void stop();
    void wake();
    // Delivers until nothing is due: timers, errands, and all news that was committed before the call or comes of it. For tests and the
    // command line, instead of start(). Throws Fault busy when a transaction of this database keeps news back for half a minute.
    void settle();
    PumpFigures figures() const;
    // How far all who listen have heard. Relays go on by themselves and are not asked.
    Place heard(db::ReadTx& tx) const { return heard_by_all(cursors(tx)); }
    // How long the oldest news that somebody has not heard has been waiting; asks the database, so it tells of a pump that stands still.
    Duration lag() const;

private:
    struct Periodic {
        Duration pause;
        Instant next;
        std::function<void()> job;
    };

    struct Relay {
        std::string name;
        std::function<void(const std::vector<News>&)> keep;
        std::optional<Place> carried;      // read from the database at the first turn
        Place saved;
        Instant saved_at;
    };

    void work();
    void run_errands();
    bool wait();
    bool wait_for_errands();
    void tell_failure(std::string_view doing, const std::exception&);
    // One round. True when it did something, so that there may be more.
    bool deliver(Horizon);
    void wait_for_horizon();
    bool anything_due(Horizon);
    std::vector<std::pair<std::string, Place>> cursors(db::ReadTx&) const;
    static Place heard_by_all(const std::vector<std::pair<std::string, Place>>& cursors);
    struct Round;
    struct Indigestible;
    static void run_bare(WriteCtx&, const Listeners::Handle&, const std::string& body, Round&);
    bool deliver_round(WriteCtx&, Horizon, Round&);
    void hand_over(WriteCtx&, const News&, const std::vector<std::pair<std::string, Place>>& cursors, Round&);
    bool retry_parked(WriteCtx&);
    void run_followers(Horizon);
    void run_relays(Horizon);
    void carry(Relay&, Horizon);
    void save_place(Relay&);
    void run_periodic();

    World& world_;
    const Listeners& listeners_;
    const Errands& errands_;
    std::vector<std::function<void(const std::vector<News>&)>> followers_;
    Place followed_;
    std::vector<Periodic> periodic_;
    std::vector<Relay> relays_;

    mutable std::mutex mutex_;
    std::condition_variable wake_, errand_wake_;
    bool awake_ = false, errands_awake_ = false, stopping_ = false;
    PumpFigures figures_;
    std::thread thread_, errand_thread_;
};

// Runs `handle` inside its own savepoint. Returns the error that made it roll back, or an empty string.
std::string run_guarded(WriteCtx&, const Listeners::Handle& handle, const std::string& body);

}  // namespace meadow::jobs
