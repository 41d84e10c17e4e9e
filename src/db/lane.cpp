#include "db/lane.hpp"

#include <pthread.h>

#include <bit>

namespace meadow::db {
namespace {

// Where a server usually takes this long to make a commit durable, it is worth waiting for more commands to share it.
constexpr std::uint64_t slow_commit_us = 1000;

}  // namespace

Lane::Lane(Database& database, Home home, std::string name, const LaneOptions& options)
    : database_(database), home_(home), options_(options)
{
    figures_.name = std::move(name);
    if (database.engine() == Engine::sqlite) behind_ = std::thread([this] { sync_behind(); });
    thread_ = std::thread([this] { work(); });
}

Lane::~Lane()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
    {
        const std::lock_guard lock(mutex_);
        worked_off_ = true;
    }
    committed_.notify_one();
    if (behind_.joinable()) behind_.join();
}

bool Lane::submit(std::unique_ptr<Command>& command)
{
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= options_.queue) {
        ++figures_.rejected;
        return false;
    }
    queue_.push_back(std::move(command));
    if (idle_) wake_.notify_one();
    return true;
}

LaneFigures Lane::figures()
{
    const std::lock_guard lock(mutex_);
    LaneFigures out = figures_;
    out.depth = queue_.size();
    return out;
}

void Lane::work()
{
    pthread_setname_np(pthread_self(), ("lane " + figures_.name).c_str());
    for (Batch batch; take(batch); batch.clear()) {
        const auto start = Clock::now();
        run_batch(batch);
        const std::uint64_t took = us_since(start);
        {
            const std::lock_guard lock(mutex_);
            count(batch, took);
        }
        last_batch_ = batch.size();
        finish(batch);
    }
}

// Everything that is queued, up to the batch size; waits when there is nothing. False when stopping and empty.
bool Lane::take(Batch& batch)
{
    std::unique_lock lock(mutex_);
    idle_ = true;
    wake_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
    idle_ = false;
    return take_queued(batch);
}

bool Lane::take_queued(Batch& batch)
{
    const std::size_t before = batch.size();
    while (!queue_.empty() && batch.size() < options_.batch) {
        batch.push_back({std::move(queue_.front()), {}, false, false});
        queue_.pop_front();
    }
    return batch.size() > before;
}

// More for the transaction that began at `begun`. While the disk is busy with the batch before: whatever comes, until its sync leaves just
// the time for this one's commit, so that the disk never waits. Otherwise what has come, for as long as the transaction's own commit
// will take: a shorter one would pay for too many commits, and a longer one keep those idle who wait for its answers.
bool Lane::take_more(Batch& batch, Clock::time_point begun)
{
    using std::chrono::microseconds;
    std::unique_lock lock(mutex_);
    if (batch.size() >= options_.batch) return false;
    if (!writer_->syncs_apart()) return wait_for_company(lock, batch, begun) && take_queued(batch);
    const auto worth = begun + microseconds{std::min(usual_sync_us_, usual_commit_us_)};
    if (syncing_.empty()) return Clock::now() < worth && take_queued(batch);
    const auto due = std::max(worth, sync_began_ + microseconds{usual_sync_us_} - microseconds{usual_commit_us_});
    idle_ = true;
    wake_.wait_until(lock, due, [&] { return syncing_.empty() || !queue_.empty(); });
    idle_ = false;
    return Clock::now() < due && take_queued(batch);
}

// Where a commit waits for a slow server, a sixteenth of that wait is spent on more commands to share it; but who is served alone is
// not kept waiting for company. False when the transaction has been worked on for as long as its commit will take.
bool Lane::wait_for_company(std::unique_lock<std::mutex>& lock, const Batch& batch, Clock::time_point begun)
{
    if (us_since(begun) >= usual_commit_us_) return false;
    if (queue_.empty() && usual_commit_us_ >= slow_commit_us && (batch.size() > 1 || last_batch_ > 1)) {
        idle_ = true;
        wake_.wait_for(lock, std::chrono::microseconds{usual_commit_us_ / 16}, [&] { return stopping_ || !queue_.empty(); });
        idle_ = false;
    }
    return true;
}

// Whether somebody else gains by not waiting for this batch's sync.
bool Lane::in_company(const Batch& batch)
{
    const std::lock_guard lock(mutex_);
    return batch.size() > 1 || !queue_.empty() || !syncing_.empty();
}

// Tells the batch, or has it told once it is durable. What a command found out (that it was done before, that the stock is gone) may
// rest on a batch that is not durable yet, so nobody is told before those ahead.
void Lane::finish(Batch& batch)
{
    {
        std::unique_lock lock(mutex_);
        idle_ = true;
        wake_.wait(lock, [&] { return syncing_.empty(); });
        idle_ = false;
        if (std::exchange(unsynced_, false)) {
            syncing_ = std::move(batch);
            sync_began_ = Clock::now();
            committed_.notify_one();
            return;
        }
        idle_ = true;
        wake_.wait(lock, [&] { return !telling_; });  // in the order of being run
        idle_ = false;
        if (doubtful_) blame(batch, std::make_exception_ptr(Fault(Fault::Kind::unknown, "what this rests on may not be on the disk")));
    }
    answer(batch);
}

// The second thread.
void Lane::sync_behind()
{
    pthread_setname_np(pthread_self(), ("sync " + figures_.name).c_str());
    std::unique_lock lock(mutex_);
    for (;;) {
        committed_.wait(lock, [&] { return worked_off_ || !syncing_.empty(); });
        if (syncing_.empty()) return;
        lock.unlock();
        const auto start = Clock::now();
        std::exception_ptr fault;
        try {
            writer_->sync();
        } catch (...) {
            fault = std::current_exception();
        }
        const std::uint64_t took = us_since(start);
        lock.lock();
        Batch batch = std::exchange(syncing_, {});
        figures_.commit_us += took;
        usual_sync_us_ = (7 * usual_sync_us_ + took) / 8;
        if (fault) {
            doubtful_ = true;
            figures_.faults += batch.size();
            blame(batch, fault);
        }
        telling_ = true;
        if (idle_) wake_.notify_one();
        lock.unlock();
        answer(batch);
        lock.lock();
        telling_ = false;
        if (idle_) wake_.notify_one();
    }
}

void Lane::blame(Batch& batch, const std::exception_ptr& fault)
{
    for (Entry& entry : batch)
        if (!entry.fault) entry.fault = fault;
}

void Lane::answer(Batch& batch)
{
    for (Entry& entry : batch) entry.command->done(entry.fault);
}

void Lane::count(const Batch& batch, std::uint64_t took_us)
{
    ++figures_.batches;
    figures_.commands += batch.size();
    figures_.retries += std::exchange(retries_, 0);
    const std::uint64_t commit = std::exchange(commit_us_, 0);
    figures_.commit_us += commit;
    figures_.run_us += took_us - std::min(took_us, commit);
    ++figures_.batch_sizes[std::min<std::size_t>(std::size_t(std::bit_width(batch.size() - 1)), 9)];
    for (const Entry& entry : batch) {
        if (entry.fault) ++figures_.faults;
        else if (!entry.kept) ++figures_.refused;
    }
}

}  // namespace meadow::db
