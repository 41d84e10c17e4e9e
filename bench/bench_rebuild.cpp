// The engine made again from a diary on the disk, as `meadow discovery rebuild` does it: by the clock, with the database's reading, the
// decoding beside it, and the writing of its bytes.
//   bench_rebuild [--notes=10000,1000000] [--events=50] [--json]
// The diary is that of kit_big_town.hpp; a million notes and fifty events a note take some 10 GB under the directory the bench runs in.
#include <filesystem>
#include <sstream>

#include "app/visit.hpp"
#include "kit_big_town.hpp"
#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "kit_town.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "modules/discovery/diary/store.hpp"

namespace {

using namespace meadow;
using namespace meadow::bench;
using std::chrono::steady_clock;

// A town's events, and how many rows its diary has of them.
struct Kept {
    std::uint64_t events = 0;
    std::int64_t rows = 0;
};

Kept write_diary(app::Visit& visit, std::uint32_t notes, double events_a_note)
{
    Kept kept;
    BigTown::Plan plan = BigTown::plan(notes, events_a_note);
    plan.hears = [&](const std::vector<discovery::Entry>& entries) {
        db::run_and_wait(visit.world().lanes, db::Home::events, 0, [&](db::Tx& tx) {
            std::int64_t row = kept.rows;
            for (discovery::Entry entry : entries) {
                entry.key = "told:" + std::to_string(++row);
                discovery::store::insert_entry(tx, entry);
            }
            return true;
        });
        kept.rows += std::int64_t(entries.size());
    };
    kept.events = BigTown(std::move(plan)).events;
    return kept;
}

void measure(Report& report, std::uint32_t notes, double events_a_note)
{
    const std::string directory = "bench-rebuild-" + std::to_string(notes);
    std::filesystem::remove_all(directory);
    std::filesystem::create_directories(directory);
    { BenchTown made({.directory = directory}); }
    app::Config config;
    config.data = directory;
    app::Visit visit(config);
    const Kept kept = write_diary(visit, notes, events_a_note);
    const std::string size = std::to_string(notes) + " notes, " + std::to_string(kept.events / 1'000) + "k events";
    report.note("   the diary has " + std::to_string(kept.rows) + " rows, " + std::to_string(std::filesystem::file_size(directory + "/events.db") / 1'000'000) + " MB");

    std::int64_t entries = 0;
    double cpu = 0;
    const double wall = median_of([&] {
        const double before = cpu_seconds_of_process();
        const auto begun = steady_clock::now();
        entries = discovery::rebuild_engine(visit.world()).entries;
        cpu = cpu_seconds_of_process() - before;
        return std::chrono::duration<double>(steady_clock::now() - begun).count();
    }, notes > 100'000 ? 1 : rounds);
    if (entries != kept.rows) throw std::runtime_error("the diary was not read whole");
    report.tell({.name = "made again from the database", .value = wall, .unit = "s", .limit = 120, .limit_name = "the goal", .size = size,
                 .cpu_us = cpu * 1e6 / double(kept.events)});
    std::filesystem::remove_all(directory);
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const double events_a_note = std::stod(report.value_of("--events", "50"));
    std::istringstream sizes(report.value_of("--notes", "10000,1000000"));
    for (std::string notes; std::getline(sizes, notes, ',');) measure(report, std::uint32_t(std::stoul(notes)), events_a_note);
    return 0;
}
