// One lane: its queue, its thread and its writing connection. What a lane promises stands in lanes.hpp; here is how.
//
// Where a commit can be had in two steps (writer.hpp), the lane does not wait for the disk: a second thread syncs the batch and answers
// it while the lane runs the next, which goes on taking commands in until that sync is over. Who is served alone is not handed over.
// Elsewhere the transaction takes in what arrives for as long as its commit will then wait.
//
// Nearly all refusals come before the first write, so a batch is run without savepoints, which cost a copy of every page on SQLite
// and messages on PostgreSQL. When a command wrote and then said no, the batch is rolled back and run again with a savepoint
// around each command, and so are the next few.
#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "db/lanes.hpp"
#include "db/writer.hpp"

namespace meadow::db {

class Lane {
public:
    Lane(Database&, Home, std::string name, const LaneOptions&);
    ~Lane();

    bool submit(std::unique_ptr<Command>& command);
    LaneFigures figures();

private:
    // One command of a batch. `fault` holds what went wrong with this one alone.
    struct Entry {
        std::unique_ptr<Command> command;
        std::exception_ptr fault;
        bool kept = false;
        bool committed = false;  // its transaction has ended well, whether or not it wrote anything
    };
    using Batch = std::vector<Entry>;
    using Clock = std::chrono::steady_clock;

    // lane.cpp: taking, syncing, answering
    void work();
    bool take(Batch&);
    bool take_queued(Batch&);
    bool take_more(Batch&, Clock::time_point begun);
    bool wait_for_company(std::unique_lock<std::mutex>&, const Batch&, Clock::time_point begun);
    bool in_company(const Batch&);
    void finish(Batch&);
    void sync_behind();
    void count(const Batch&, std::uint64_t took_us);
    static void blame(Batch&, const std::exception_ptr&);
    static void answer(Batch&);
    static std::uint64_t us_since(Clock::time_point start)
    {
        return std::uint64_t(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count());
    }

    // lane_batch.cpp: running
    void run_batch(Batch&);
    bool run_growing(Batch&);
    bool run_bare(Tx&, Entry&);
    void run_apart(Batch&, std::size_t from, std::size_t to);
    static bool run_in_savepoint(Connection&, Tx&, Entry&);
    static void abandon(Connection&, Entry&);
    void end_transaction(bool anything, Batch&, std::size_t from, std::size_t to);
    void repeat_one_by_one(Batch&);
    void settle_doubt();
    void open_connection();

    Database& database_;
    const Home home_;
    const LaneOptions options_;

    // The lane's thread's own.
    std::unique_ptr<Connection> connection_;
    Writer* writer_ = nullptr;                   // the same; its sync() belongs to the second thread while `syncing_`
    std::uint64_t retries_ = 0, commit_us_ = 0;  // of the batch under way
    std::uint64_t usual_commit_us_ = 0;          // lately; without the sync where that is a step of its own
    std::size_t last_batch_ = 0;
    int wary_ = 0;                               // batches to come that are run with savepoints
    bool unsynced_ = false;                      // the batch under way has committed what is not durable yet

    std::mutex mutex_;
    std::condition_variable wake_;               // the lane: something is queued, or a sync is over
    std::condition_variable committed_;          // the second thread
    std::deque<std::unique_ptr<Command>> queue_;
    Batch syncing_;                              // committed and handed over, not durable yet
    Clock::time_point sync_began_;
    bool telling_ = false;                       // the second thread answers one that is durable
    bool idle_ = false, stopping_ = false, worked_off_ = false;
    bool doubtful_ = false;                      // a sync has failed: the disk may lack what has been committed
    LaneFigures figures_;
    std::uint64_t usual_sync_us_ = 0;            // lately
    std::thread thread_, behind_;
};

}  // namespace meadow::db
