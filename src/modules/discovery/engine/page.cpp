#include "modules/discovery/engine/page.hpp"

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

constexpr PageStep all_steps[] = {
    {"topics", steps::weigh_topics},         {"recall ranked", steps::recall_ranked}, {"recall taste", steps::recall_taste},
    {"recall trials", steps::recall_trials}, {"rerank", steps::rerank},               {"slots", steps::lay_out},
};

}  // namespace

std::span<const PageStep> page_steps() { return all_steps; }

double PageWork::chance(std::uint64_t what) const
{
    // splitmix64 (Steele, Lea & Flood 2014)
    std::uint64_t z = std::uint64_t(reader.id.value) * 0x9E3779B97F4A7C15ull + reader.pages * 0xD1B54A32D192ED03ull + what * 0x8CB92BA72F3D8DD7ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return double((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

bool PageWork::may_show(std::uint32_t number) const
{
    const Note& note = state.notes[number];
    return note.rung != Rung::withdrawn && !reader.seen.contains(number) && state.authors[note.author].id != reader.id;
}

Page make_page(const State& state, const Reader& reader, Instant now, std::size_t slots)
{
    PageWork work{state, reader, now, std::min<std::size_t>(slots, most_slots)};
    Page page;
    page.policy = state.policy.version;
    for (const PageStep& step : page_steps()) {
        step.run(work);
        page.trace.push_back({step.name, std::int64_t(work.chosen.empty() ? work.trials.size() + work.best.size() : work.chosen.size())});
    }
    const double viewer = state.viewer(reader);
    for (const Candidate& c : work.chosen) {
        const Note& note = state.notes[c.note];
        const Circumstances at{std::uint8_t(page.notes.size()), age_step(now - note.born), reader.match(note.topic), hour_of(now), c.taste};
        const double expected = std::min(0.95, state.expectation.common(state.policy, at) * viewer * state.affinity(reader, note.topic));
        page.notes.push_back({note.id, c.source, c.propensity, c.score, expected, c.taste});
    }
    return page;
}

}  // namespace meadow::discovery::engine
