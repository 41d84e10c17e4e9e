// One lane: its queue, its thread and its writing connection. What a lane promises stands in lanes.hpp; here is how.
//
// The transaction takes in what arrives while it is being run, for as long as its commit will then wait for the disk; where that is
// milliseconds, the lane waits a moment for more commands to share it.
//
// Nearly all refusals come before the first write, so a batch is run without savepoints, which cost a copy of every page on SQLite
// and messages on PostgreSQL. When a command wrote and then said no, the batch is rolled back and run again with a savepoint
// around each command, and so are the next few.
#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "db/lanes.hpp"
#include "db/touched.hpp"

namespace meadow::db {

class Lane {
public:
    Lane(Database&, Home, std::string name, const LaneOptions&);
    ~Lane();

    bool submit(std::unique_ptr<Command>& command);
    LaneFigures figures();

private:
    // One command of the batch under way. `fault` holds what went wrong with this one alone.
    struct Entry {
        std::unique_ptr<Command> command;
        std::exception_ptr fault;
        bool kept = false;
        bool committed = false;  // its transaction has ended well, whether or not it wrote anything
    };
    using Batch = std::vector<Entry>;

    void work();
    bool take(Batch&);
    bool take_queued(Batch&);
    bool take_more(Batch&);
    void run_batch(Batch&);
    bool run_growing(Batch&);
    bool run_bare(Tx&, Entry&);
    void run_apart(Batch&, std::size_t from, std::size_t to);
    static bool run_in_savepoint(Connection&, Tx&, Entry&);
    static void abandon(Connection&, Entry&);
    void end_transaction(bool anything, Batch&, std::size_t from, std::size_t to);
    void repeat_one_by_one(Batch&);
    Connection& connection();
    void count(const Batch&, std::uint64_t took_us);

    Database& database_;
    const Home home_;
    const LaneOptions options_;

    // The thread's own.
    std::unique_ptr<Connection> connection_;
    const Touched* writes_ = nullptr;            // the same
    std::uint64_t retries_ = 0, commit_us_ = 0;  // of the batch under way
    std::uint64_t usual_wait_us_ = 0;            // for the disk, of a commit, lately
    std::size_t last_batch_ = 0;
    int wary_ = 0;                               // batches to come that are run with savepoints

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::unique_ptr<Command>> queue_;
    bool idle_ = false, stopping_ = false;
    LaneFigures figures_;
    std::thread thread_;
};

}  // namespace meadow::db
