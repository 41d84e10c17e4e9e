// From starting the server to its first page, and to complete answers of search; then what it keeps in memory.
//   bench_start [--size=empty|grown|both] [--json]
#include <chrono>
#include <filesystem>
#include <thread>

#include "kit_grown.hpp"
#include "kit_server.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

using Clock = std::chrono::steady_clock;
double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Started {
    double first_page_s = 0, first_page_cpu_s = 0;
    double complete_s = 0, complete_cpu_s = 0;
    ServerProcess::Memory memory;
};

Started start(const std::string& directory, bool until_complete)
{
    Started out;
    const auto began = Clock::now();
    const ServerProcess server(directory);
    while (server.get("/v1/feed/latest").empty()) std::this_thread::sleep_for(std::chrono::milliseconds{5});
    out.first_page_s = since(began);
    out.first_page_cpu_s = server.cpu_seconds();
    if (!until_complete) return out;
    // "topic" is a word nobody's note is without: the answer says whether all notes were asked.
    while (server.get("/v1/search/notes?q=topic").find("\"complete\":true") == std::string::npos)
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    out.complete_s = since(began);
    out.complete_cpu_s = server.cpu_seconds();
    // What is put in order behind the first complete answers is over when the server has nothing to do.
    for (double busy = 1, before = server.cpu_seconds(); busy > 0.1; before += busy) {
        std::this_thread::sleep_for(std::chrono::seconds{2});
        busy = server.cpu_seconds() - before;
    }
    for (int page = 0; page < 200; ++page) server.get("/v1/feed/latest");
    out.memory = server.memory();
    return out;
}

void measure(Report& report, const std::string& directory, const std::string& size, double memory_limit)
{
    start(directory, false);   // a schema that must be brought up to date is, before anything is measured
    std::vector<double> first, cpu;
    for (int round = 0; round < rounds; ++round) {
        const Started one = start(directory, false);
        first.push_back(one.first_page_s);
        cpu.push_back(one.first_page_cpu_s);
    }
    report.tell({"start to the first page", median(first), "s", 1, "goal", size, median(cpu) * 1e6});
    const Started whole = start(directory, true);
    report.tell({"start to complete search", whole.complete_s, "s", 0, "", size, whole.complete_cpu_s * 1e6});
    report.tell({"memory", whole.memory.resident_mb, "MB", memory_limit, "goal", size});
    report.tell({"memory, its own", whole.memory.anonymous_mb, "MB", 0, "", size});
    report.tell({"memory, most ever", whole.memory.peak_mb, "MB", 0, "", size});
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    for (const std::string& size : sizes_of(report)) {
        if (size == "empty") {
            const std::string directory = std::filesystem::current_path().string() + "/bench-start";
            std::filesystem::remove_all(directory);
            measure(report, directory, "empty", 80);
            std::filesystem::remove_all(directory);
        } else {
            const std::string directory = grown_directory();
            const DirectoryLock lock(directory);
            const GrownSize grown = grown_size();
            measure(report, directory, std::to_string(grown.notes) + " notes, " + std::to_string(grown.orders) + " orders", 600);
        }
    }
    return 0;
}
