// The pump delivers news: it rings timers that are due, reads the outbox after each subscriber's cursor, runs the handlers and
// moves the cursors, all in one transaction a round. In production it runs on a thread of its own; tests call `settle()`.
#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "jobs/errands.hpp"
#include "jobs/news.hpp"
#include "jobs/store.hpp"
#include "jobs/world.hpp"

namespace meadow::jobs {

struct PumpFigures {
    std::uint64_t delivered = 0;   // news × subscribers
    std::uint64_t parked = 0;
    std::int64_t lag_us = 0;       // age of the oldest news of the last round when it was delivered
};

class Pump {
public:
    Pump(World& world, const Listeners& listeners, const Errands& errands) : world_(world), listeners_(listeners), errands_(errands) {}
    ~Pump() { stop(); }

    // Derived state in memory follows the news of every process, told from now on: called with what is new, in order, on the pump's
    // thread after the commit. What throws is handed over again in the next round.
    void follow(std::function<void(const std::vector<News>&)> apply);
    // A job every `pause`, run on the pump's thread. The first run comes after one pause.
    void every(Duration pause, std::function<void()> job) { periodic_.push_back({pause, Instant{}, std::move(job)}); }

    void start();
    void stop();
    void wake();
    // Delivers until nothing is due: timers, news, errands. For tests and the command line, instead of start().
    void settle();
    PumpFigures figures() const;

private:
    struct Periodic {
        Duration pause;
        Instant next;
        std::function<void()> job;
    };

    void work();
    bool wait();
    void tell_failure(std::string_view doing, const std::exception&);
    // One round. True when it did something, so that there may be more.
    bool deliver();
    bool deliver_round(WriteCtx&);
    void hand_over(WriteCtx&, const News&, const std::vector<std::pair<std::string, Place>>& cursors);
    bool retry_parked(WriteCtx&);
    void run_followers();
    void run_periodic();

    World& world_;
    const Listeners& listeners_;
    const Errands& errands_;
    std::vector<std::function<void(const std::vector<News>&)>> followers_;
    Place followed_;
    std::vector<Periodic> periodic_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool awake_ = false, stopping_ = false;
    PumpFigures figures_;
    std::thread thread_, errand_thread_;
};

// Runs `handle` inside its own savepoint. Returns the error that made it roll back, or an empty string.
std::string run_guarded(WriteCtx&, const Listeners::Handle& handle, const std::string& body);

}  // namespace meadow::jobs
