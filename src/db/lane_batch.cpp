// A lane's batch: one transaction where it can be, several where it must.
#include "db/lane.hpp"

namespace meadow::db {
namespace {

// A command wrote something and then refused or broke: without a savepoint only the whole transaction can be taken back.
struct Spoiled {};

// After a spoiled batch the next ones are run with savepoints, for there may be more where that came from.
constexpr int wary_batches = 16;
// PostgreSQL sessions publish 64 open subtransactions in shared memory; of more than that every other session's snapshot would
// have to look the rest up on disk.
constexpr std::size_t most_savepoints = 64;

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

void Lane::run_batch(Batch& batch)
{
    try {
        open_connection();
        settle_doubt();
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

// One transaction around the batch, without savepoints, and around what arrives meanwhile (take_more).
// False when it was spoiled and rolled back; throws when it cannot be kept for another reason.
bool Lane::run_growing(Batch& batch)
{
    Connection& db = *connection_;
    Tx tx(db);
    bool anything = false;
    const auto begun = Clock::now();
    db.begin_write();
    try {
        std::size_t next = 0;
        do {
            while (next < batch.size()) anything |= run_bare(tx, batch[next++]);
        } while (take_more(batch, begun));
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
    const std::uint64_t before = writer_->touched();
    try {
        entry.kept = entry.command->run(tx);
    } catch (const Fault& fault) {
        if (fault.kind == Fault::Kind::conflict) throw;
        throw Spoiled{};
    } catch (...) {
        throw Spoiled{};
    }
    if (!entry.kept && writer_->touched() != before) throw Spoiled{};
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
        if (writer_->syncs_apart() && in_company(batch)) {
            writer_->commit_unsynced();
            unsynced_ = true;
        } else {
            connection_->commit();
        }
        const std::uint64_t took = us_since(start);
        commit_us_ += took;
        usual_commit_us_ = (7 * usual_commit_us_ + took) / 8;
    }
    for (std::size_t i = from; i < to; ++i) batch[i].committed = true;
}

// After a deadlock: small transactions cannot hold each other up for long. Some tries each, a little later every time, so that lanes that
// met again and again get out of each other's way; then it is a busy fault.
void Lane::repeat_one_by_one(Batch& batch)
{
    constexpr int tries = 16;
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
                if (is_conflict(fault) && attempt < tries) {
                    std::unique_lock lock(mutex_);
                    wake_.wait_for(lock, std::chrono::milliseconds{attempt}, [&] { return stopping_; });
                    continue;
                }
                batch[i].fault = is_conflict(fault) ? std::make_exception_ptr(Fault(Fault::Kind::busy, "too many conflicts")) : fault;
                break;
            }
        }
    }
}

// After a sync that failed nothing more is run until the disk has taken everything.
void Lane::settle_doubt()
{
    {
        std::unique_lock lock(mutex_);
        if (!doubtful_) return;
        idle_ = true;
        wake_.wait(lock, [&] { return syncing_.empty(); });
        idle_ = false;
    }
    writer_->sync_again();
    const std::lock_guard lock(mutex_);
    doubtful_ = false;
}

void Lane::open_connection()
{
    if (connection_) return;
    connection_ = database_.open_writer(home_);
    writer_ = &dynamic_cast<Writer&>(*connection_);  // every engine's writer is both
}

}  // namespace meadow::db
