#include "db/lane.hpp"

#include <pthread.h>

#include <bit>
#include <chrono>

namespace meadow::db {
namespace {

using Clock = std::chrono::steady_clock;

// A command wrote something and then refused or broke: without a savepoint only the whole transaction can be taken back.
struct Spoiled {};

// After a spoiled batch the next ones are run with savepoints, for there may be more where that came from.
constexpr int wary_batches = 16;
// PostgreSQL sessions publish 64 open subtransactions in shared memory; of more than that every other session's snapshot would
// have to look the rest up on disk.
constexpr std::size_t most_savepoints = 64;
// Where the disk usually takes this long to make a commit durable, it is worth waiting for more commands to share it.
constexpr std::uint64_t slow_disk_us = 1000;

std::uint64_t us_since(Clock::time_point start)
{
    return std::uint64_t(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count());
}

bool is_conflict(const std::exception_ptr& fault)
{
    try {
        std::rethrow_exception(fault);
    } catch (const Fault& f) {
        return f.kind == Fault::Kind::conflict;
    } catch (...) {
        return false;
    }
}

}  // namespace

Lane::Lane(Database& database, Home home, std::string name, const LaneOptions& options)
    : database_(database), home_(home), options_(options)
{
    figures_.name = std::move(name);
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
        for (Entry& entry : batch) entry.command->done(entry.fault);
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

// What has arrived while the batch ran; on a slow disk also what arrives within a sixteenth of the wait that it saves. Who is served
// alone is not kept waiting for company.
bool Lane::take_more(Batch& batch)
{
    std::unique_lock lock(mutex_);
    const bool in_company = batch.size() > 1 || last_batch_ > 1;
    if (queue_.empty() && usual_wait_us_ >= slow_disk_us && in_company && batch.size() < options_.batch) {
        idle_ = true;
        wake_.wait_for(lock, std::chrono::microseconds{usual_wait_us_ / 16}, [&] { return stopping_ || !queue_.empty(); });
        idle_ = false;
    }
    return take_queued(batch);
}

void Lane::run_batch(Batch& batch)
{
    try {
        connection();
        if (wary_ == 0 && run_growing(batch)) return;
        if (wary_ > 0) --wary_;
        for (std::size_t from = 0; from < batch.size(); from += most_savepoints)
            run_apart(batch, from, std::min(batch.size(), from + most_savepoints));
    } catch (...) {
        const std::exception_ptr fault = std::current_exception();
        if (connection_) connection_->rollback();
        if (is_conflict(fault)) return repeat_one_by_one(batch);
        for (Entry& entry : batch)
            if (!entry.committed) entry.fault = fault;  // nothing of the transaction holds
    }
}

// One transaction around the batch, without savepoints, and around what arrives until it has been worked on for as long as the disk
// will then take: a shorter transaction would pay for too many waits, and a longer one keep those idle who wait for its answers.
// False when it was spoiled and rolled back; throws when it cannot be kept for another reason.
bool Lane::run_growing(Batch& batch)
{
    Connection& db = *connection_;
    Tx tx(db);
    bool anything = false;
    const auto start = Clock::now();
    db.begin_write();
    try {
        std::size_t next = 0;
        do {
            while (next < batch.size()) anything |= run_bare(tx, batch[next++]);
        } while (us_since(start) < usual_wait_us_ && take_more(batch));
    } catch (const Spoiled&) {
        db.rollback();
        retries_ += batch.size();
        wary_ = wary_batches + 1;  // this one included
        return false;
    }
    end_transaction(anything, batch, 0, batch.size());
    return true;
}

bool Lane::run_bare(Tx& tx, Entry& entry)
{
    const std::uint64_t before = writes_->touched();
    try {
        entry.kept = entry.command->run(tx);
    } catch (const Fault& fault) {
        if (fault.kind == Fault::Kind::conflict) throw;
        throw Spoiled{};
    } catch (...) {
        throw Spoiled{};
    }
    if (!entry.kept && writes_->touched() != before) throw Spoiled{};
    return entry.kept;
}

// One transaction around batch[from, to), a savepoint around each command. Throws when it cannot be kept as a whole.
void Lane::run_apart(Batch& batch, std::size_t from, std::size_t to)
{
    Connection& db = *connection_;
    Tx tx(db);
    bool anything = false;
    db.begin_write();
    for (std::size_t i = from; i < to; ++i) anything |= run_in_savepoint(db, tx, batch[i]);
    end_transaction(anything, batch, from, to);
}

bool Lane::run_in_savepoint(Connection& db, Tx& tx, Entry& entry)
{
    entry.fault = nullptr;
    db.savepoint();
    try {
        entry.kept = entry.command->run(tx);
        if (entry.kept) db.release_savepoint();
        else db.rollback_to_savepoint();
    } catch (const Fault& fault) {
        if (fault.kind == Fault::Kind::conflict) throw;
        abandon(db, entry);
    } catch (...) {
        abandon(db, entry);
    }
    return entry.kept;
}

// The command broke: its own writes go, the batch goes on. If even that fails, the transaction is lost.
void Lane::abandon(Connection& db, Entry& entry)
{
    entry.fault = std::current_exception();
    entry.kept = false;
    db.rollback_to_savepoint();
}

void Lane::end_transaction(bool anything, Batch& batch, std::size_t from, std::size_t to)
{
    if (!anything) {
        connection_->rollback();
    } else {
        const auto start = Clock::now();
        const std::uint64_t waited = writes_->waited_us();
        connection_->commit();
        commit_us_ += us_since(start);
        usual_wait_us_ = (7 * usual_wait_us_ + writes_->waited_us() - waited) / 8;
    }
    for (std::size_t i = from; i < to; ++i) batch[i].committed = true;
}

// After a deadlock: small transactions cannot hold each other up for long. A few tries each, then it is a busy fault.
void Lane::repeat_one_by_one(Batch& batch)
{
    constexpr int tries = 8;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch[i].committed) continue;
        for (int attempt = 1;; ++attempt) {
            ++retries_;
            try {
                run_apart(batch, i, i + 1);
                break;
            } catch (...) {
                const std::exception_ptr fault = std::current_exception();
                connection_->rollback();
                if (is_conflict(fault) && attempt < tries) continue;
                batch[i].fault = is_conflict(fault) ? std::make_exception_ptr(Fault(Fault::Kind::busy, "too many conflicts")) : fault;
                break;
            }
        }
    }
}

Connection& Lane::connection()
{
    if (!connection_) {
        connection_ = database_.open_writer(home_);
        writes_ = &dynamic_cast<const Touched&>(*connection_);  // every engine's writer is both
    }
    return *connection_;
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
