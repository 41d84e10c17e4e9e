// What a ladder is worth: the engine, driven through the replay contract, in crowds whose truth is known, beside an oracle and how
// feeds are commonly made.
//   bench_ladder [--world=plain|fading|alike|unlike|narrow|all] [--notes=1000|3000|8000|all] [--only] [--policy=name=value,…] [--scale=0.2] [--crowds=2] [--reads=0.4] [--lines=FILE] [--missed]
// |p-y|: the expected calibration error of p(click), told before the reader saw the note. Lines are counted per second of CPU, of the engine alone for the ladder.
// --reads: so many of those who open an average note stay to read it, more where a note engages more; without it nobody tells how long they stay.
// --missed: what became of the good notes by little-known authors that were not found. --scale: a smaller crowd of the same proportions, for trying things out.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>

#include "kit_contenders.hpp"
#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "modules/discovery/engine/replay.hpp"

namespace {

using namespace meadow;
using namespace meadow::bench;

// Speaks the protocol, so that what is measured is what an outside judge would measure.
class Ladder final : public Contender {
public:
    // `lines`: a file for what is said, to be replayed elsewhere; none when empty.
    Ladder(const discovery::engine::Policy& policy, const std::string& lines) : replay_(policy)
    {
        if (!lines.empty()) lines_.open(lines);
    }
    std::string_view name() const override { return "the ladder"; }
    void user(std::int64_t at, std::uint32_t u, const CrowdReader& r) override
    {
        tell("user %lld u%u t%u t%u t%u", static_cast<long long>(at), u, r.topics[0], r.topics[1], r.topics[2]);
    }
    void note(std::int64_t at, std::uint32_t n, const CrowdNote& note, std::int64_t followers) override
    {
        tell("note %lld %u a%u t%u %lld", static_cast<long long>(at), n, note.author, note.topic, static_cast<long long>(followers));
    }
    void event(std::int64_t at, std::uint32_t u, std::uint32_t n, int deed, bool by_feed) override
    {
        tell("event %lld u%u %u %s %s", static_cast<long long>(at), u, n, deeds[std::size_t(deed)].data(), by_feed ? "feed" : "link");
    }
    std::vector<std::uint32_t> page(std::int64_t at, std::uint32_t u, std::size_t slots) override
    {
        const std::string answer = *tell("page %lld u%u %zu", static_cast<long long>(at), u, slots);
        std::vector<std::uint32_t> out;
        for (const char* c = answer.c_str(); *c != 0;) {
            char* end = nullptr;
            out.push_back(std::uint32_t(std::strtoul(c, &end, 10)));
            c = *end == ' ' ? end + 1 : end;
        }
        return out;
    }
    const discovery::engine::State& state() const { return replay_.engine().state(); }
    double seconds() const { return seconds_; }   // of CPU, without the crowd's

private:
    template <class... Parts>
    std::optional<std::string> tell(const char* form, Parts... parts)
    {
        char line[200];
        const int length = std::snprintf(line, sizeof line, form, parts...);
        if (lines_.is_open()) lines_.write(line, length).put('\n');
        const double begun = cpu_seconds_of_thread();
        auto answer = replay_.line({line, std::size_t(length)});
        seconds_ += cpu_seconds_of_thread() - begun;
        return answer;
    }
    discovery::engine::Replay replay_;
    std::ofstream lines_;
    double seconds_ = 0;
};

discovery::engine::Policy policy_of(const std::string& changes)
{
    discovery::engine::Policy policy;
    for (std::size_t at = 0; at < changes.size();) {
        const std::size_t end = std::min(changes.find(',', at), changes.size()), equals = changes.find('=', at);
        const std::string wrong = discovery::engine::set_number(policy, changes.substr(at, equals - at), std::strtod(changes.c_str() + equals + 1, nullptr));
        if (!wrong.empty()) throw std::runtime_error(changes.substr(at, end - at) + " " + wrong);
        at = end + 1;
    }
    return policy;
}

// Of several crowds that differ in their seed: the mean of a figure, and half of its 95 % interval (Student's t, at most 6 crowds).
struct Spread {
    double mean = 0, half = 0;
    explicit Spread(const std::vector<double>& all)
    {
        constexpr double t[] = {0, 12.71, 4.30, 3.18, 2.78, 2.57};
        for (const double v : all) mean += v / double(all.size());
        double squares = 0;
        for (const double v : all) squares += (v - mean) * (v - mean);
        if (all.size() > 1) half = t[std::min<std::size_t>(all.size() - 1, 5)] * std::sqrt(squares / double(all.size() - 1) / double(all.size()));
    }
};

// One line: what a contender made of these crowds, beside the oracle in the same crowds.
struct Line {
    double cpu = 0;   // of the last
    std::vector<double> ratio, found, hours, fraud, celebrities, starved, speed, calibration;

    void add(const Outcome& o, double oracle)
    {
        ratio.push_back(o.engagement / oracle);
        found.push_back(o.good_found);
        hours.push_back(o.found_hours);
        fraud.push_back(o.fraud);
        celebrities.push_back(o.celebrities);
        starved.push_back(o.starved);
        speed.push_back(double(o.lines) / o.seconds);
        cpu = o.seconds;
    }
    void tell(const World& world, double notes, std::string_view who) const
    {
        const Spread r(ratio);
        std::printf("%-8s %6.0f  %-18s %6.3f ±%.3f %7.2f %6.1f %7.2f %8.3f %8.3f %9.0f %6.4f\n", world.name.data(), notes, who.data(), r.mean, r.half,
                    Spread(found).mean, Spread(hours).mean, Spread(fraud).mean, Spread(celebrities).mean, Spread(starved).mean, Spread(speed).mean, Spread(calibration).mean);
        std::fflush(stdout);
    }
};

// By what the ladder says of them: how many, and the means of what it saw and of the truth.
void tell_missed(const Crowd& crowd, const discovery::engine::State& state)
{
    struct Sum {
        double notes = 0, views = 0, clicks = 0, expected = 0, appeal = 0;
    };
    std::map<std::string, Sum> sums;
    for (std::size_t i = 0; i < crowd.notes().size(); ++i) {
        if (!crowd.is_good(crowd.notes()[i])) continue;
        const auto& note = state.notes[i];   // they are told in this order
        Sum& sum = sums[crowd.notes()[i].found_ms != 0 ? "found" : name_of(note.rung) + " in pool " + std::to_string(note.pool)];
        sum.notes += 1;
        sum.views += note.views;
        sum.clicks += discovery::engine::whole(note.evidence.clicks);
        sum.expected += discovery::engine::whole(note.evidence.expected);
        sum.appeal += crowd.notes()[i].appeal();
    }
    for (const auto& [what, sum] : sums)
        std::printf("  %-20s %5.0f notes: %6.1f views, %5.2f opened of %5.2f, true appeal %4.2f\n", what.c_str(), sum.notes, sum.views / sum.notes, sum.clicks / sum.notes,
                    sum.expected / sum.notes, sum.appeal / sum.notes);
}

}  // namespace

int main(int argc, char** argv)
{
    const Report report(argc, argv);
    const std::string wanted = report.value_of("--world", "plain"), notes = report.value_of("--notes", "all");
    const auto policy = policy_of(report.value_of("--policy", ""));
    const double scale = std::strtod(report.value_of("--scale", "1").c_str(), nullptr);
    const int crowds = std::atoi(report.value_of("--crowds", "2").c_str());
    std::printf("%s\n%-8s %6s  %-18s %13s %7s %6s %7s %8s %8s %9s %6s\n", machine_now().c_str(), "world", "notes", "policy", "of the oracle", "found", "hours",
                "fraud x", "top 1 %", "starved", "lines/CPU-s", "|p-y|");
    for (World world : worlds()) {
        if (wanted != "all" && wanted != world.name) continue;
        world.reads = std::strtod(report.value_of("--reads", "0").c_str(), nullptr);
        world.users = int(world.users * scale);
        world.authors = int(world.authors * scale);
        world.impressions_a_day *= scale;
        for (const double count : {1'000.0, 3'000.0, 8'000.0}) {
            if (notes != "all" && notes != std::to_string(int(count))) continue;
            Line newest, hot, sampled, ladders;
            for (int i = 0; i < crowds; ++i) {
                World one = world;
                one.seed += std::uint64_t(i) * 1'000;
                Crowd crowd(one, count * scale);
                const double best = crowd.live(*oracle(crowd)).engagement;
                if (!report.has("--only")) {
                    newest.add(crowd.live(*newest_first(crowd)), best);
                    hot.add(crowd.live(*hot_formula(crowd)), best);
                    sampled.add(crowd.live(*thompson(crowd)), best);
                }
                Ladder ladder(policy, report.value_of("--lines", ""));
                ladders.add(crowd.live(ladder), best);
                ladders.speed.back() *= ladders.cpu / ladder.seconds();
                if (report.has("--missed")) tell_missed(crowd, ladder.state());
                ladders.calibration.push_back(ladder.state().click_reliability.error());
            }
            if (!report.has("--only")) {
                newest.tell(world, count, "newest first");
                hot.tell(world, count, "hot formula");
                sampled.tell(world, count, "Thompson sampling");
            }
            ladders.tell(world, count, "the ladder");
        }
    }
}
