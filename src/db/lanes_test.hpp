// For tests: a lane on SQLite that can be held up, and what became of each command.
#pragma once
#include <future>
#include <latch>
#include <map>
#include <mutex>
#include <thread>

#include "db/lanes.hpp"
#include "db/sqlite_test.hpp"

namespace meadow::db {

namespace lanes_test {
inline const Sql add_line{"test.lane_add_line", "INSERT INTO lines (id, what) VALUES ($1, 'sold')"};
inline const Sql has_line{"test.lane_has_line", "SELECT count(*) FROM lines WHERE id = $1"};
inline const Sql count_lines{"test.lane_count_lines", "SELECT count(*) FROM lines"};
}  // namespace lanes_test

// What became of one command.
struct Fate {
    bool done = false;
    bool durable = false;                 // another connection saw its line when it was told
    std::optional<Fault::Kind> fault;     // broken for what is not a Fault
    int place = 0;                        // in the order of being told
    int runs = 0;
};

class LanesTest : public SqliteTest {
protected:
    void open_lanes(LaneOptions options = {}) { lanes_ = start_lanes(*database_, options); }
    void TearDown() override { lanes_.reset(); }

    class Written final : public Command {
    public:
        Written(LanesTest& test, std::int64_t id, std::function<bool(Tx&)> body) : test_(test), id_(id), body_(std::move(body)) {}
        bool run(Tx& tx) override
        {
            ++fate_.runs;
            return body_(tx);
        }
        void done(std::exception_ptr fault) noexcept override
        {
            if (fault) {
                try {
                    std::rethrow_exception(fault);
                } catch (const Fault& f) {
                    fate_.fault = f.kind;
                } catch (...) {
                    fate_.fault = Fault::Kind::broken;
                }
            }
            fate_.done = true;
            ReadTx reader(*test_.watcher());
            fate_.durable = reader.one<std::int64_t>(lanes_test::has_line, id_) == 1;
            const std::lock_guard lock(test_.mutex_);
            fate_.place = ++test_.told_;
            test_.fates_[id_] = fate_;
        }

    private:
        LanesTest& test_;
        const std::int64_t id_;
        const std::function<bool(Tx&)> body_;
        Fate fate_;
    };

    std::unique_ptr<Command> command(std::int64_t id, std::function<bool(Tx&)> body)
    {
        return std::make_unique<Written>(*this, id, std::move(body));
    }
    std::unique_ptr<Command> writes(std::int64_t id)
    {
        return command(id, [id](Tx& tx) { return tx.exec(lanes_test::add_line, id) == 1; });
    }
    void submit(std::unique_ptr<Command> what) { ASSERT_TRUE(lanes_->submit(Home::main, 0, what)); }

    // The lane is busy with a command of its own until the gate opens: what is submitted meanwhile becomes one batch.
    void hold_up()
    {
        auto entered = std::make_shared<std::promise<void>>();
        auto inside = entered->get_future();
        submit(command(0, [this, entered, first = true](Tx&) mutable {
            if (std::exchange(first, false)) entered->set_value();
            gate_.wait();
            return false;
        }));
        inside.wait();
    }
    void let_go() { gate_.count_down(); }
    // Everything submitted before has been told. A batch is told in order, so an empty command behind them is enough.
    void finish() { run_and_wait(*lanes_, Home::main, 0, [](Tx&) { return false; }); }

    Connection* watcher()
    {
        if (!watcher_) watcher_ = database_->open_reader(Home::main);
        return watcher_.get();
    }
    std::int64_t look(const Sql& sql)
    {
        const auto reader = database_->open_reader(Home::main);
        return *ReadTx(*reader).one<std::int64_t>(sql);
    }
    LaneFigures figures() const { return lanes_->figures().front(); }

    std::mutex mutex_;
    std::map<std::int64_t, Fate> fates_;
    int told_ = 0;
    std::latch gate_{1};
    std::unique_ptr<Connection> watcher_;  // used where commands are told
    std::unique_ptr<Lanes> lanes_;
};

}  // namespace meadow::db
