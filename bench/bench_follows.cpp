// A small durable write over HTTP (a follow: four statements and its news) beside the same verb run in the lane without HTTP.
#include "kit_figures.hpp"
#include "kit_lane.hpp"
#include "kit_load.hpp"
#include "kit_town.hpp"
#include "modules/community/follows/follow_person.hpp"

using namespace meadow;
using namespace meadow::bench;

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
        constexpr int count = 10'000;
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (int i = 0; i < count; ++i) pairs.push_back(next_pair());
        const double rate = verbs_per_second(
            town.world(), count, [&](int i) { return Who{people[pairs[std::size_t(i)].first].first, {}, 0}; },
            [&](int i) { return std::uint64_t(people[pairs[std::size_t(i)].first].first.value); },
            [&](WriteCtx& ctx, int i) { return community::follow_person(ctx, {people[pairs[std::size_t(i)].second].first}).ok(); });
        wait_for_news(town.meadow());
        return rate;
    });
    double cpu = 0, p99 = 0;
    const double over_http = median_of([&] {
        const double before = cpu_seconds_of_process();
        const Seen seen = run_load({.port = town.port(), .next = [&](int, std::string& out) {
                                        const auto [a, b] = next_pair();
                                        write_request(out, "PUT", "/v1/users/" + text(people[b].first) + "/follow", people[a].second, "");
                                        return true;
                                    }});
        cpu = (cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers);
        p99 = seen.p99_ms;
        wait_for_news(town.meadow());
        return seen.per_second();
    });
    report.tell({.name = "follows over HTTP", .value = over_http, .unit = "/s", .limit = direct, .limit_name = "the verb in the lane", .cpu_us = cpu});
    report.tell({.name = "follows over HTTP, p99", .value = p99, .unit = "ms"});
    for (const auto& lane : town.meadow().lanes().figures())
        report.note("lane " + lane.name + ": " + std::to_string(lane.commands) + " commands in " + std::to_string(lane.batches) + " batches, commit " +
                    std::to_string(lane.commit_us / 1000) + " ms, statements " + std::to_string(lane.run_us / 1000) + " ms");
    return 0;
}
