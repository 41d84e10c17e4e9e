// Note pages over HTTP, beside the smallest answer of the same server; the same for a small and (--size=1000000) a large town.
#include <random>

#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "kit_notes.hpp"

using namespace meadow;
using namespace meadow::bench;

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const std::string size = report.value_of("--size", "10000");
    BenchTown town({});
    const auto people = town.people(500);
    const auto notes = write_notes(town, people, std::stoi(size));
    std::mt19937 random(1);

    double cpu = 0, p99 = 0;
    const auto measure = [&](const std::function<void(std::string&)>& request) {
        return median_of([&] {
            const double before = cpu_seconds_of_process();
            const Seen seen = run_load({.port = town.port(), .next = [&](int, std::string& out) {
                                            request(out);
                                            return true;
                                        }});
            if (seen.of_class(2) != seen.answers) report.note("answers other than 2xx");
            cpu = (cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers);
            p99 = seen.p99_ms;
            return seen.per_second();
        });
    };
    const auto any_note = [&] { return "/v1/notes/" + text(notes[random() % notes.size()]); };
    const double tiny = measure([&](std::string& out) { write_request(out, "GET", "/v1/session", "", ""); });
    report.tell({.name = "the smallest answer", .value = tiny, .unit = "/s", .size = size, .cpu_us = cpu});
    const double guest = measure([&](std::string& out) { write_request(out, "GET", any_note(), "", ""); });
    report.tell({.name = "note pages for guests", .value = guest, .unit = "/s", .limit = tiny, .limit_name = "the smallest answer", .size = size, .cpu_us = cpu});
    const double reader = measure([&](std::string& out) { write_request(out, "GET", any_note(), people[random() % people.size()].second, ""); });
    report.tell({.name = "note pages for readers", .value = reader, .unit = "/s", .limit = tiny, .limit_name = "the smallest answer", .size = size, .cpu_us = cpu});
    report.tell({.name = "note pages for readers, p99", .value = p99, .unit = "ms", .size = size});
    return 0;
}
