// A small durable write over HTTP (a follow: four statements and its news) beside the same verb run in the lane without HTTP.
#include <atomic>
#include <thread>

#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "kit_town.hpp"
#include "jobs/store.hpp"
#include "modules/community/follows/follow_person.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

class FollowCommand final : public db::Command {
public:
    FollowCommand(jobs::World& world, UserId me, UserId them, std::atomic<int>& left) : world_(world), who_{me, {}, 0}, them_(them), left_(left) {}
    bool run(db::Tx& tx) override
    {
        Reply reply;
        std::vector<Told> told;
        const auto settings = world_.settings.now();
        WriteCtx ctx({tx, world_.clock.now(), who_, *settings, reply, {}}, tx, world_.dice, world_.ids, told);
        if (!community::follow_person(ctx, {them_}).ok()) return false;
        jobs::store::tell(tx, told, ctx.now, world_.ids);
        return true;
    }
    void done(std::exception_ptr) noexcept override { --left_; }

private:
    jobs::World& world_;
    Who who_;
    UserId them_;
    std::atomic<int>& left_;
};

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    BenchTown town({});
    const auto people = town.people(2000);
    std::size_t pair = 0;
    const auto next_pair = [&] {
        const std::size_t n = pair++;
        return std::pair{n % people.size(), (n + 1 + n / people.size()) % people.size()};
    };

    const double direct = median_of([&] {
        constexpr int count = 20'000;
        std::atomic<int> left = count;
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < count; ++i) {
            const auto [a, b] = next_pair();
            std::unique_ptr<db::Command> command = std::make_unique<FollowCommand>(town.world(), people[a].first, people[b].first, left);
            while (!town.meadow().lanes().submit(db::Home::main, 0, command)) std::this_thread::yield();
        }
        while (left > 0) std::this_thread::yield();
        return count / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    });
    double cpu = 0;
    const double over_http = median_of([&] {
        const double before = cpu_seconds_of_process();
        const Seen seen = run_load({.port = town.port(), .connections = 64, .length = std::chrono::milliseconds{2000},
                                    .next = [&](int, std::string& out) {
                                        const auto [a, b] = next_pair();
                                        write_request(out, "PUT", "/v1/users/" + text(people[b].first) + "/follow", people[a].second, "");
                                        return true;
                                    }});
        cpu = (cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers);
        report.note("   p50 " + std::to_string(seen.p50_ms) + " ms, p99 " + std::to_string(seen.p99_ms) + " ms, " +
                    std::to_string(seen.of_class(2)) + " of " + std::to_string(seen.answers));
        return seen.per_second();
    });
    for (const auto& lane : town.meadow().lanes().figures())
        report.note("   lane " + lane.name + ": " + std::to_string(lane.commands) + " in " + std::to_string(lane.batches) + " batches, commit " +
                    std::to_string(lane.commit_us) + " us, run " + std::to_string(lane.run_us) + " us");
    report.tell({"follows over HTTP", over_http, "/s", direct, "the verb in the lane", "empty", cpu});
    return 0;
}
