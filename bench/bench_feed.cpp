// A page of the feed, all stages, while events come in: CPU per page at two sizes of town, what it takes to make such a town again from
// its diary and from a snapshot, and what the engine weighs.
//   bench_feed [--notes=10000,1000000] [--events=50] [--pages=2000] [--json]
// Towns as in kit_big_town.hpp, with a tenth as many readers as notes and so many events a note. For every page that is measured, ten events
// come in between. The first size is what the others are compared with.
#include <filesystem>
#include <sstream>

#include "kit_big_town.hpp"
#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_snapshot.hpp"
#include "modules/discovery/engine/memory.hpp"

namespace {

using namespace meadow;
using namespace meadow::bench;
namespace feed = meadow::discovery::engine;

// A snapshot on the disk and a start from it, as a server does them; the first page, too.
void tell_of_restart(Report& report, const std::string& size, feed::Engine engine)
{
    const std::string path = (std::filesystem::temp_directory_path() / ("bench_feed_" + std::to_string(getpid()))).string();
    double saved = 0;
    {
        discovery::Curator before;
        before.restore(std::move(engine), {});
        const double begun = cpu_seconds_of_thread();
        discovery::save_snapshot(before, path);
        saved = cpu_seconds_of_thread() - begun;
    }
    const auto bytes = std::filesystem::file_size(path);
    discovery::Curator curator;
    const auto begun = std::chrono::steady_clock::now();
    const double cpu_before = cpu_seconds_of_process();   // two threads read it
    {
        if (auto known = discovery::read_snapshot(path)) curator.restore(std::move(known->engine), known->place);
        curator.serve(BigTown::plan(0, 0).end + 10min, UserId{1}, BigTown::slots, {});
    }
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    const double read = cpu_seconds_of_process() - cpu_before;
    std::filesystem::remove(path);
    report.tell({.name = "from a snapshot to the first page", .value = wall, .unit = "s", .limit = 3, .limit_name = "the goal", .size = size});
    report.note("   " + std::to_string(read) + " CPU-s, by two threads; the snapshot has " + std::to_string(bytes / 1'000'000) + " MB and took " + std::to_string(saved) + " CPU-s to write");
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const int pages = std::stoi(report.value_of("--pages", "2000"));
    const double events_a_note = std::stod(report.value_of("--events", "50"));
    std::istringstream sizes(report.value_of("--notes", "10000,1000000"));
    double first = 0;
    for (std::string notes; std::getline(sizes, notes, ',');) {
        BigTown town(BigTown::plan(std::uint32_t(std::stoul(notes)), events_a_note));
        const std::string size = notes + " notes, " + std::to_string(town.events / 1'000) + "k events";
        report.tell({"made again from its diary", town.told_in, "CPU-s", 120, "the goal", size, town.told_in * 1e6 / double(town.events)});
        report.tell({.name = "  reading its JSON, by the thread beside", .value = town.read_in, .unit = "CPU-s", .size = size, .cpu_us = town.read_in * 1e6 / double(town.events)});
        std::vector<double> micros;
        std::vector<feed::Trace> trace;
        for (int i = 0; i < pages; ++i) micros.push_back(town.page(trace));
        std::sort(micros.begin(), micros.end());
        const double middle = micros[micros.size() / 2];
        if (first == 0) first = middle;
        report.tell({"feed page of 20", 1e6 / middle, "pages per CPU-second", 1e6 / first, "the same in the first town", size, middle});
        const auto use = feed::memory_of(town.engine.state());
        const auto mb = [](std::int64_t bytes) { return std::to_string(bytes / feed::megabyte); };
        std::string steps = "   p99 " + std::to_string(micros[micros.size() * 99 / 100]) + " CPU µs; left by step:";
        for (const auto& step : trace) steps += " " + std::string(step.step) + " " + std::to_string(step.left);
        report.note(steps);
        report.tell({.name = "memory", .value = town.megabytes, .unit = "MB", .limit = 1'200, .limit_name = "the goal", .size = size});
        report.note("   of which the engine counts " + mb(use.total()) + ": notes " + mb(use.notes) + ", readers " + mb(use.readers) + ", taste " + mb(use.taste) +
                    "; the allocator has given out " + mb(std::int64_t(town.allocated)) + ", with what it takes for itself");
        tell_of_restart(report, size, std::move(town.engine));
    }
    return 0;
}
