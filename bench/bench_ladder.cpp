// What a ladder is worth: the engine, driven through the replay contract, in crowds whose truth is known, beside an oracle and how
// feeds are commonly made.
//   bench_ladder [--world=plain|fading|alike|unlike|narrow|all] [--notes=1000|3000|8000|all] [--only] [--policy=name=value,…] [--scale=0.2]
// --scale: a smaller crowd of the same proportions, for trying things out.
#include <cstdio>
#include <cstdlib>

#include "kit_contenders.hpp"
#include "kit_figures.hpp"
#include "modules/discovery/engine/replay.hpp"

namespace {

using namespace meadow;
using namespace meadow::bench;

// Speaks the protocol, so that what is measured is what an outside judge would measure.
class Ladder final : public Contender {
public:
    explicit Ladder(const discovery::engine::Policy& policy) : replay_(policy) {}
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

private:
    template <class... Parts>
    std::optional<std::string> tell(const char* form, Parts... parts)
    {
        char line[200];
        const int length = std::snprintf(line, sizeof line, form, parts...);
        return replay_.line({line, std::size_t(length)});
    }
    discovery::engine::Replay replay_;
};

discovery::engine::Policy policy_of(const std::string& changes)
{
    discovery::engine::Policy policy;
    const TypeInfo& type = describe<discovery::engine::Policy>();
    for (std::size_t at = 0; at < changes.size();) {
        const std::size_t end = std::min(changes.find(',', at), changes.size()), equals = changes.find('=', at);
        const Member* member = type.find(changes.substr(at, equals - at));
        if (member == nullptr) throw std::runtime_error("no such number in the policy: " + changes.substr(at, end - at));
        const double value = std::strtod(changes.c_str() + equals + 1, nullptr);
        auto* room = reinterpret_cast<std::byte*>(&policy) + member->offset;
        if (member->type().shape == Shape::real) std::memcpy(room, &value, sizeof value);
        else store_integer(member->type(), room, std::int64_t(value));
        at = end + 1;
    }
    return policy;
}

void tell(const World& world, double notes, std::string_view who, const Outcome& o, double oracle)
{
    std::printf("%-8s %6.0f  %-18s %9.3f %6.3f %7.2f %6.1f %7.2f %8.3f %8.3f %9.0f\n", world.name.data(), notes, who.data(), o.engagement,
                o.engagement / oracle, o.good_found, o.found_hours, o.fraud, o.celebrities, o.starved, double(o.lines) / o.seconds);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv)
{
    const Report report(argc, argv);
    const std::string wanted = report.value_of("--world", "plain"), notes = report.value_of("--notes", "all");
    const auto policy = policy_of(report.value_of("--policy", ""));
    std::printf("%s\n%-8s %6s  %-18s %9s %6s %7s %6s %7s %8s %8s %9s\n", machine_now().c_str(), "world", "notes", "policy", "per 1000", "oracle", "found",
                "hours", "fraud x", "top 1 %", "starved", "lines/s");
    const double scale = std::strtod(report.value_of("--scale", "1").c_str(), nullptr);
    for (World world : worlds()) {
        if (wanted != "all" && wanted != world.name) continue;
        world.users = int(world.users * scale);
        world.authors = int(world.authors * scale);
        world.impressions_a_day *= scale;
        for (const double count : {1'000.0, 3'000.0, 8'000.0}) {
            if (notes != "all" && notes != std::to_string(int(count))) continue;
            Crowd crowd(world, count * scale);
            const double best = [&] { return crowd.live(*oracle(crowd)).engagement; }();
            if (!report.has("--only")) {
                tell(world, count, "newest first", crowd.live(*newest_first(crowd)), best);
                tell(world, count, "hot formula", crowd.live(*hot_formula(crowd)), best);
                tell(world, count, "Thompson sampling", crowd.live(*thompson(crowd)), best);
            }
            Ladder ladder(policy);
            tell(world, count, "the ladder", crowd.live(ladder), best);
        }
    }
}
