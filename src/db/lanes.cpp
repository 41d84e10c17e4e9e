#include "db/lanes.hpp"

#include <pthread.h>

#include <array>
#include <bit>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace meadow::db {
namespace {

using Clock = std::chrono::steady_clock;

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

class Lane {
public:
    Lane(Database& database, Home home, std::string name, const LaneOptions& options)
        : database_(database), home_(home), options_(options)
    {
        figures_.name = std::move(name);
        thread_ = std::thread([this] { work(); });
    }

    ~Lane()
    {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    bool submit(std::unique_ptr<Command>& command)
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

    LaneFigures figures()
    {
        const std::lock_guard lock(mutex_);
        LaneFigures out = figures_;
        out.depth = queue_.size();
        return out;
    }

private:
    // One command of the batch under way. `fault` holds what went wrong with this one alone.
    struct Entry {
        std::unique_ptr<Command> command;
        std::exception_ptr fault;
        bool kept = false;
    };
    using Batch = std::vector<Entry>;

    void work()
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
            for (Entry& entry : batch) entry.command->done(entry.fault);
        }
    }

    // Everything that is queued, up to the batch size; waits when there is nothing. False when stopping and empty.
    bool take(Batch& batch)
    {
        std::unique_lock lock(mutex_);
        idle_ = true;
        wake_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
        idle_ = false;
        while (!queue_.empty() && batch.size() < options_.batch) {
            batch.push_back({std::move(queue_.front()), {}, false});
            queue_.pop_front();
        }
        return !batch.empty();
    }

    void run_batch(Batch& batch)
    {
        try {
            connection();
            run_together(batch, 0, batch.size());
        } catch (...) {
            const std::exception_ptr fault = std::current_exception();
            if (connection_) connection_->rollback();
            if (is_conflict(fault)) {
                repeat_one_by_one(batch);
            } else {
                for (Entry& entry : batch) entry.fault = fault;  // nothing of the batch holds
            }
        }
    }

    // One transaction around batch[from, to). Throws when the transaction as a whole cannot be kept.
    void run_together(Batch& batch, std::size_t from, std::size_t to)
    {
        Connection& db = *connection_;
        Tx tx(db);
        bool anything = false;
        db.begin_write();
        for (std::size_t i = from; i < to; ++i) anything |= run_command(db, tx, batch[i]);
        const auto start = Clock::now();
        if (anything) db.commit();
        else db.rollback();
        commit_us_ += us_since(start);
    }

    bool run_command(Connection& db, Tx& tx, Entry& entry)
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
    static void abandon(Connection& db, Entry& entry)
    {
        entry.fault = std::current_exception();
        entry.kept = false;
        db.rollback_to_savepoint();
    }

    // After a deadlock: small transactions cannot hold each other up for long. A few tries each, then it is a busy fault.
    void repeat_one_by_one(Batch& batch)
    {
        constexpr int tries = 8;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            for (int attempt = 1;; ++attempt) {
                ++retries_;
                try {
                    run_together(batch, i, i + 1);
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

    Connection& connection()
    {
        if (!connection_) connection_ = database_.open_writer(home_);
        return *connection_;
    }

    void count(const Batch& batch, std::uint64_t took)
    {
        ++figures_.batches;
        figures_.commands += batch.size();
        figures_.retries += std::exchange(retries_, 0);
        const std::uint64_t commit = std::exchange(commit_us_, 0);
        figures_.commit_us += commit;
        figures_.run_us += took - std::min(took, commit);
        ++figures_.batch_sizes[std::min<std::size_t>(std::size_t(std::bit_width(batch.size() - 1)), 9)];
        for (const Entry& entry : batch) {
            if (entry.fault) ++figures_.faults;
            else if (!entry.kept) ++figures_.refused;
        }
    }

    Database& database_;
    const Home home_;
    const LaneOptions options_;
    std::unique_ptr<Connection> connection_;  // the lane thread's own
    std::uint64_t retries_ = 0, commit_us_ = 0;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::unique_ptr<Command>> queue_;
    bool idle_ = false, stopping_ = false;
    LaneFigures figures_;
    std::thread thread_;
};

class AllLanes final : public Lanes {
public:
    AllLanes(Database& database, LaneOptions options)
    {
        if (options.batch == 0) options.batch = database.engine() == Engine::sqlite ? 512 : 64;
        const int main = database.engine() == Engine::sqlite ? 1 : options.lanes;
        for (int i = 0; i < main; ++i)
            main_.push_back(std::make_unique<Lane>(database, Home::main, "main" + std::to_string(i), options));
        events_ = std::make_unique<Lane>(database, Home::events, "events", options);
    }

    bool submit(Home home, std::uint64_t home_key, std::unique_ptr<Command>& command) override
    {
        if (home == Home::events) return events_->submit(command);
        return main_[home_key * 0x9E3779B97F4A7C15ull % main_.size()]->submit(command);
    }

    std::vector<LaneFigures> figures() const override
    {
        std::vector<LaneFigures> out;
        for (const auto& lane : main_) out.push_back(lane->figures());
        out.push_back(events_->figures());
        return out;
    }

private:
    std::vector<std::unique_ptr<Lane>> main_;
    std::unique_ptr<Lane> events_;
};

class WaitedFor final : public Command {
public:
    WaitedFor(const std::function<bool(Tx&)>& body, std::shared_ptr<std::promise<void>> finished) : body_(body), finished_(std::move(finished)) {}
    bool run(Tx& tx) override { return body_(tx); }
    void done(std::exception_ptr fault) noexcept override
    {
        if (fault) finished_->set_exception(fault);
        else finished_->set_value();
    }

private:
    const std::function<bool(Tx&)>& body_;          // the waiter's: not touched once the promise is kept
    const std::shared_ptr<std::promise<void>> finished_;  // shared: the waiter may be gone before set_value() has returned
};

}  // namespace

std::unique_ptr<Lanes> start_lanes(Database& database, const LaneOptions& options)
{
    return std::make_unique<AllLanes>(database, options);
}

void run_and_wait(Lanes& lanes, Home home, std::uint64_t home_key, const std::function<bool(Tx&)>& body)
{
    const auto finished = std::make_shared<std::promise<void>>();
    auto future = finished->get_future();
    std::unique_ptr<Command> command = std::make_unique<WaitedFor>(body, finished);
    if (!lanes.submit(home, home_key, command)) throw Fault(Fault::Kind::busy, "the lane's queue is full");
    future.get();
}

}  // namespace meadow::db
