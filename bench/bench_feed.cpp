// A page of the feed, all stages, while events come in: CPU per page at two sizes of town, what it takes to make such a town again from
// its diary and from a snapshot, and what the engine weighs.
//   bench_feed [--notes=10000,1000000] [--events=50] [--pages=2000] [--json]
// Three weeks of a town with 200 topics, a tenth as many readers as notes and so many events a note: every page of twenty shows notes of the
// last days that its reader has not seen, the newer the oftener; better notes are opened oftener, three in ten of those opened are liked.
// All of it is told as the diary tells it, JSON and all; making up and writing that JSON is not counted, and no database is read. For every
// page that is measured, ten events come in between. The first size is what the others are compared with.
#include <malloc.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.hpp"
#include "kit_crowd.hpp"
#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_snapshot.hpp"
#include "modules/discovery/engine/memory.hpp"

namespace {

using namespace meadow;
using namespace meadow::bench;
using discovery::Entry;
using discovery::EntryKind;
namespace feed = meadow::discovery::engine;

constexpr std::uint32_t topics = 200;
constexpr std::size_t slots = 20;
constexpr double open_rate = 0.08, like_rate = 0.3;
constexpr double events_a_page = slots * (1 + open_rate * (1 + like_rate));
constexpr double days = 21, days_shown = 4;
constexpr Instant start{1'900'000'000'000'000};

double resident_mb()
{
    std::ifstream in("/proc/self/statm");
    double pages = 0;
    in >> pages >> pages;
    return pages * 4096 / 1e6;
}

template <class Do>
double cpu_of(Do&& act)
{
    const double begun = cpu_seconds_of_thread();
    act();
    return cpu_seconds_of_thread() - begun;
}

class BigTown {
public:
    BigTown(std::uint32_t notes, double events_a_note) : readers_(notes / 10)
    {
        const double before = resident_mb();
        for (std::uint32_t r = 0; r < readers_; ++r) write(EntryKind::topics, reader(r), discovery::TopicsEntry{{topic(), topic(), topic()}});
        const auto pages = std::uint64_t(notes * events_a_note / events_a_page);
        std::uint32_t written = 0;
        for (std::uint64_t page = 0; page < pages; ++page) {
            now_ = start + Duration{std::int64_t(double(page) / double(pages) * days * 86'400e6)};
            for (; written < double(page + 1) / double(pages) * notes; ++written) {
                appeals_.push_back(float(chance_.around_one(0.5)));
                write(EntryKind::note, {}, discovery::NoteEntry{NoteId{written + 1}, UserId{1'000'000'000 + chance_.below(notes / 20 + 1)}, topic()});
            }
            read_a_page(std::uint32_t(notes * days_shown / days));
        }
        tell();
        now_ = now_ + 1min;
        engine.advance(now_);
        megabytes = resident_mb() - before;
        const auto heap = mallinfo2();
        allocated = heap.uordblks + heap.hblkhd;
    }

    // CPU of one page, in microseconds.
    double page(std::vector<feed::Trace>& trace)
    {
        const UserId who = reader(chance_.below(readers_));
        now_ = now_ + Duration{1'000};
        feed::Page made;
        const double spent = cpu_of([&] { made = engine.page(now_, who, slots); });
        trace = made.trace;
        engine.shown(now_, who, made);
        for (int event = 0; event < 10; ++event) {
            const UserId other = reader(chance_.below(readers_));
            engine.heard(now_, other, NoteId{1 + chance_.below(std::uint32_t(appeals_.size()))}, event % 3 == 0 ? feed::Deed::like : feed::Deed::click, feed::Arrival::feed);
        }
        return spent * 1e6;
    }

    feed::Engine engine;
    double megabytes = 0;
    std::size_t allocated = 0;        // bytes
    double told_in = 0;               // seconds of CPU
    std::uint64_t events = 0;

private:
    std::int64_t topic() { return 1 + std::int64_t(chance_.below(topics)); }
    static UserId reader(std::uint32_t number) { return UserId{std::int64_t(number) + 1}; }

    template <class Body>
    void write(EntryKind kind, UserId who, const Body& body)
    {
        waiting_.push_back({who, {}, now_, kind, to_json(body)});
        if (waiting_.size() >= 1'000) tell();
    }
    void tell()
    {
        told_in += cpu_of([&] {
            for (const Entry& entry : waiting_) discovery::tell(engine, entry);
        });
        waiting_.clear();
    }

    void read_a_page(std::uint32_t recent)
    {
        const UserId who = reader(chance_.below(readers_));
        const auto& state = engine.state();
        const feed::Reader* known = state.find_reader(who);
        discovery::PageEntry page{1, {}};
        for (std::size_t slot = 0; slot < slots; ++slot) {
            const double back = chance_.uniform();
            const auto note = std::uint32_t(appeals_.size() - 1 - std::size_t(back * back * double(std::min<std::size_t>(recent, appeals_.size()))));
            if (known != nullptr && known->seen.contains(note)) continue;
            const bool trial = note >= state.notes.size() || state.notes[note].rung == feed::Rung::trial;
            page.notes.push_back({NoteId{note + 1}, trial ? feed::Source::trial : feed::Source::topic, 1, 0.5, 0.1 / (1 + 0.1 * double(slot)), chance_.below(10) < 2 ? 1 : 0, 0.08});
        }
        events += page.notes.size();
        write(EntryKind::page, who, page);
        for (const feed::Placed& placed : page.notes) {
            if (chance_.uniform() >= open_rate * double(appeals_[std::size_t(placed.note.value - 1)])) continue;
            deed(who, placed.note, feed::Deed::click);
            if (chance_.uniform() < like_rate) deed(who, placed.note, feed::Deed::like);
        }
    }
    void deed(UserId who, NoteId note, feed::Deed what)
    {
        ++events;
        write(EntryKind::deed, who, discovery::DeedEntry{note, what});
    }

    std::uint32_t readers_;
    Instant now_ = start;
    Chance chance_{20301111};
    std::vector<float> appeals_;      // the truth
    std::vector<Entry> waiting_;
};

// A snapshot on the disk and a start from it, as a server does them; the first page, too.
void tell_of_restart(Report& report, const std::string& size, feed::Engine engine)
{
    const std::string path = (std::filesystem::temp_directory_path() / ("bench_feed_" + std::to_string(getpid()))).string();
    discovery::Curator curator;
    curator.restore(std::move(engine), {});
    const double saved = cpu_of([&] { discovery::save_snapshot(curator, path); });
    const auto bytes = std::filesystem::file_size(path);
    const auto begun = std::chrono::steady_clock::now();
    const double read = cpu_of([&] {
        if (auto known = discovery::read_snapshot(path)) curator.restore(std::move(known->engine), known->place);
        curator.serve(Instant{start.us + std::int64_t(days * 86'400e6) + 600'000'000}, UserId{1}, slots, {});
    });
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    std::filesystem::remove(path);
    report.tell({.name = "from a snapshot to the first page", .value = read, .unit = "CPU-s", .limit = 3, .limit_name = "the goal", .size = size});
    report.note("   " + std::to_string(wall) + " s by the clock; the snapshot has " + std::to_string(bytes / 1'000'000) + " MB and took " + std::to_string(saved) + " CPU-s to write");
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
        BigTown town(std::uint32_t(std::stoul(notes)), events_a_note);
        const std::string size = notes + " notes, " + std::to_string(town.events / 1'000) + "k events";
        report.tell({"made again from its diary", town.told_in, "CPU-s", 120, "the goal", size, town.told_in * 1e6 / double(town.events)});
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
