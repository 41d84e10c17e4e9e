#include "kit_lane.hpp"

#include <atomic>
#include <chrono>
#include <thread>

#include "jobs/store.hpp"

namespace meadow::bench {
namespace {

class Run final : public db::Command {
public:
    Run(jobs::World& world, Who who, int index, const std::function<bool(WriteCtx&, int)>& verb, std::atomic<int>& left)
        : world_(world), who_(who), index_(index), verb_(verb), left_(left)
    {
    }
    bool run(db::Tx& tx) override
    {
        return jobs::run_verb(world_, tx, who_, [this](WriteCtx& ctx) { return verb_(ctx, index_); });
    }
    void done(std::exception_ptr) noexcept override { --left_; }

private:
    jobs::World& world_;
    const Who who_;
    const int index_;
    const std::function<bool(WriteCtx&, int)>& verb_;
    std::atomic<int>& left_;
};

}  // namespace

double verbs_per_second(jobs::World& world, int count, const std::function<Who(int)>& who, const std::function<std::uint64_t(int)>& home,
                        const std::function<bool(WriteCtx&, int)>& verb)
{
    std::atomic<int> left = count;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
        std::unique_ptr<db::Command> command = std::make_unique<Run>(world, who(i), i, verb, left);
        while (!world.lanes.submit(db::Home::main, home(i), command)) std::this_thread::sleep_for(std::chrono::microseconds{200});
    }
    while (left > 0) std::this_thread::sleep_for(std::chrono::microseconds{200});
    return count / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void wait_for_news(app::Meadow& meadow)
{
    for (bool waiting = true; waiting;) {
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
        jobs::read_now(meadow.world(), {}, [&](ReadCtx& ctx) {
            const jobs::Place newest = jobs::store::newest(ctx.tx);
            waiting = newest != jobs::Place{} && meadow.pump().heard(ctx.tx) < newest;
        });
    }
}

}  // namespace meadow::bench
