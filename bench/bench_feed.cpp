// A page of the feed, all stages, while events come in: CPU per page at two sizes of town, and what the engine weighs.
//   bench_feed [--notes=10000,1000000] [--pages=2000] [--json]
// Notes in 200 topics, a tenth as many readers; every reader has opened some. Twenty slots of all that the topics' rankings hold. For every
// page that is made, ten events are told between (pages shown, clicks, likes). The first size is what the others are compared with.
#include <fstream>
#include <sstream>

#include "kit_crowd.hpp"
#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "modules/discovery/engine/engine.hpp"
#include "modules/discovery/engine/memory.hpp"

namespace {

using namespace meadow;
using namespace meadow::bench;
namespace feed = meadow::discovery::engine;

constexpr std::uint32_t topics = 200;
constexpr Instant start{1'900'000'000'000'000};

double resident_mb()
{
    std::ifstream in("/proc/self/statm");
    double pages = 0;
    in >> pages >> pages;
    return pages * 4096 / 1e6;
}

class BigTown {
public:
    explicit BigTown(std::uint32_t notes) : readers_(notes / 10)
    {
        const double before = resident_mb();
        for (std::uint32_t r = 0; r < readers_; ++r) {
            const feed::TopicKey named[] = {topic(), topic(), topic()};
            engine.reader(now_, reader(r), named);
        }
        // Three weeks of notes; each has had its first pool from strangers.
        for (std::uint32_t n = 0; n < notes; ++n) {
            now_ = start + Duration{std::int64_t(n) * 21 * 86'400'000'000 / notes};
            engine.note(now_, NoteId{n + 1}, UserId{1'000'000'000 + chance_.below(notes / 20 + 1)}, topic());
            const double appeal = chance_.around_one(0.5);
            for (int view = 0; view < 7; ++view) meets(reader(chance_.below(readers_)), NoteId{n + 1}, 0.1 * appeal);
        }
        now_ = now_ + 1min;
        engine.advance(now_);
        megabytes = resident_mb() - before;
    }

    // CPU of one page, in microseconds.
    double page(std::vector<feed::Trace>& trace)
    {
        const UserId who = reader(chance_.below(readers_));
        now_ = now_ + Duration{1'000};
        const double begun = cpu_seconds_of_thread();
        feed::Page made = engine.page(now_, who, 20);
        const double spent = cpu_seconds_of_thread() - begun;
        trace = made.trace;
        engine.shown(now_, who, made);
        for (int event = 0; event < 10; ++event) {
            const UserId other = reader(chance_.below(readers_));
            const auto note = NoteId{1 + chance_.below(std::uint32_t(engine.state().notes.size()))};
            engine.heard(now_, other, note, event % 3 == 0 ? feed::Deed::like : feed::Deed::click, feed::Arrival::feed);
        }
        return spent * 1e6;
    }

    feed::Engine engine;
    double megabytes = 0;

private:
    feed::TopicKey topic() { return 1 + chance_.below(topics); }
    UserId reader(std::uint32_t number) const { return UserId{std::int64_t(number) + 1}; }
    void meets(UserId who, NoteId note, double chance)
    {
        feed::Page page;
        page.notes.push_back({note, feed::Source::trial, 1, 0, 0.1, 0, {}});
        engine.shown(now_, who, page);
        if (chance_.uniform() < chance) {
            engine.heard(now_, who, note, feed::Deed::click, feed::Arrival::feed);
            if (chance_.uniform() < 0.3) engine.heard(now_, who, note, feed::Deed::like, feed::Arrival::feed);
        }
    }

    std::uint32_t readers_;
    Instant now_ = start;
    Chance chance_{20301111};
};

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const int pages = std::stoi(report.value_of("--pages", "2000"));
    std::istringstream sizes(report.value_of("--notes", "10000,1000000"));
    double first = 0;
    for (std::string size; std::getline(sizes, size, ',');) {
        BigTown town(std::uint32_t(std::stoul(size)));
        std::vector<double> micros;
        std::vector<feed::Trace> trace;
        for (int i = 0; i < pages; ++i) micros.push_back(town.page(trace));
        std::sort(micros.begin(), micros.end());
        const double middle = micros[micros.size() / 2];
        if (first == 0) first = middle;
        report.tell({"feed page of 20", 1e6 / middle, "pages per CPU-second", 1e6 / first, "the same in the first town", size + " notes", middle});
        std::string steps = "   p99 " + std::to_string(micros[micros.size() * 99 / 100]) + " CPU µs; " + std::to_string(town.megabytes) + " MB, of which the engine counts " +
                            std::to_string(feed::memory_of(town.engine.state()).total() / feed::megabyte) + "; left by step:";
        for (const auto& step : trace) steps += " " + std::string(step.step) + " " + std::to_string(step.left);
        report.note(steps);
    }
    return 0;
}
