#include "db/lanes.hpp"

#include <future>

#include "db/lane.hpp"

namespace meadow::db {
namespace {

class AllLanes final : public Lanes {
public:
    AllLanes(Database& database, LaneOptions options)
    {
        if (options.batch == 0) options.batch = database.engine() == Engine::sqlite ? 512 : 256;
        const int main = database.engine() == Engine::sqlite ? 1 : options.lanes;
        for (int i = 0; i < main; ++i)
            main_.push_back(std::make_unique<Lane>(database, Home::main, "main" + std::to_string(i), options));
        events_ = std::make_unique<Lane>(database, Home::events, "events", options);
    }

    bool submit(Home home, std::uint64_t home_key, std::unique_ptr<Command>& command) override
    {
        if (home == Home::events) return events_->submit(command);
        return main_[lane_of(home_key)]->submit(command);
    }

    std::vector<LaneFigures> figures() const override
    {
        std::vector<LaneFigures> out;
        for (const auto& lane : main_) out.push_back(lane->figures());
        out.push_back(events_->figures());
        return out;
    }

private:
    // What has no home, rounds of news above all, has the first lane to itself: nobody's request waits behind it.
    std::size_t lane_of(std::uint64_t home_key) const
    {
        if (home_key == 0 || main_.size() == 1) return 0;
        return 1 + (home_key * 0x9E3779B97F4A7C15ull >> 32) % (main_.size() - 1);
    }

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

void wait_until_durable(Lanes& lanes, Home home)
{
    run_and_wait(lanes, home, 0, [](Tx&) { return false; });  // told after all who were before it
}

}  // namespace meadow::db
