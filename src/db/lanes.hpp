// Write lanes: group commit (HOUSE.md §3). A lane is one writer thread. It opens ONE transaction, runs every command that is queued
// and those that arrive meanwhile, commits once (one fsync) and answers them all after it. Batches grow by themselves when the
// disk is slow; on SQLite the next one runs while the disk is busy, so others may see what a command wrote up to one fsync before it
// is told. SQLite has one lane a store; PostgreSQL has several, picked by the command's home key; the first is for those with none (0).
//
// A command that is refused or faults leaves nothing behind and hurts nobody (lane.hpp says how). When the commit itself fails,
// nothing of the batch is acknowledged; when its fsync fails, nothing more is run until the disk has taken everything. A deadlock or serialisation failure makes the lane repeat the batch, one command a transaction.
// The queue is bounded: submit() returns false when it is full and the caller answers 503.
#pragma once
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>

#include "db/database.hpp"
#include "db/tx.hpp"

namespace meadow::db {

class Command {
public:
    virtual ~Command() = default;
    // Runs on the lane's thread. True keeps the writes, false rolls them back (a refusal). May run more than once, so it must not
    // use up its input. Throwing is a fault: rolled back, and told to done().
    virtual bool run(Tx&) = 0;
    // After the commit (or after the fault), exactly once. Must not block or throw.
    virtual void done(std::exception_ptr fault) noexcept = 0;
};

struct LaneOptions {
    int lanes = 4;               // PostgreSQL, main store; SQLite always has one. One of several is for commands without a home key
    std::size_t queue = 4096;    // commands waiting, per lane
    // Commands per transaction at most; 0: 512 on SQLite, 256 on PostgreSQL.
    std::size_t batch = 0;
};

// What /metrics shows; counts since the start, times in microseconds.
struct LaneFigures {
    std::string name;
    std::size_t depth = 0;
    std::uint64_t commands = 0, refused = 0, faults = 0, batches = 0, retries = 0, rejected = 0;
    std::uint64_t commit_us = 0;       // sum over batches: the fsync
    std::uint64_t run_us = 0;          // sum over batches: the statements
    std::uint64_t batch_sizes[10]{};   // ≤1, ≤2, ≤4, … ≤256, more
};

class Lanes {
public:
    virtual ~Lanes() = default;  // stops: runs what is queued, then joins
    // Takes the command over unless the queue is full, in which case it is left with the caller.
    virtual bool submit(Home, std::uint64_t home_key, std::unique_ptr<Command>& command) = 0;
    virtual std::vector<LaneFigures> figures() const = 0;
};

std::unique_ptr<Lanes> start_lanes(Database&, const LaneOptions&);

// Runs one function as a command and waits for it: for jobs, tests and the command line. Throws the fault.
void run_and_wait(Lanes&, Home, std::uint64_t home_key, const std::function<bool(Tx&)>&);

// Returns once everything that is seen of a store now is durable: for who writes into another store what was read here, and must not
// remember there, after a power cut, what is forgotten here. Throws the fault.
void wait_until_durable(Lanes&, Home);

}  // namespace meadow::db
