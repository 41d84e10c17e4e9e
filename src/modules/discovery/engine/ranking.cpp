// Rankings of topics, and what is done once an hour.
#include <algorithm>
#include <bitset>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Duration seconds(std::int64_t count) { return Duration{count * 1'000'000}; }
std::int32_t day_of(Instant at) { return std::int32_t(at.us / 86'400'000'000); }

}  // namespace

void Engine::changed(std::uint32_t note)
{
    Topic& t = state_.topics[state_.notes[note].topic];
    t.touched.push_back(note);
    if (++t.changes == 1) state_.aging.push_back({state_.now, 0, state_.notes[note].topic});
    if (t.changes >= state_.policy.refresh_changes) rank_touched(t);
}

namespace {

bool better(const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.note > b.note; }

}  // namespace

Ranked Engine::standing(std::uint32_t number) const
{
    const Note& note = state_.notes[number];
    return {float(state_.appeal(note).quantile(state_.policy.hope) * state_.freshness(note, state_.now)), number};
}

void Engine::rank(Topic& topic)
{
    topic.changes = 0;
    topic.touched.clear();
    topic.ranked_at = state_.now;
    topic.ranking.clear();
    std::erase_if(topic.members, [&](std::uint32_t number) {
        if (!state_.notes[number].listed() || number < state_.oldest) return true;
        topic.ranking.push_back(standing(number));
        return false;
    });
    const auto kept = std::min(topic.ranking.size(), std::size_t(state_.policy.ranked_per_topic));
    std::partial_sort(topic.ranking.begin(), topic.ranking.begin() + std::ptrdiff_t(kept), topic.ranking.end(), better);
    topic.ranking.resize(kept);
}

// Takes the few that changed out of the ranking and puts them back where they belong now.
void Engine::rank_touched(Topic& topic)
{
    topic.changes = 0;
    auto& touched = topic.touched;
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    std::bitset<1'024> perhaps;   // one look tells most of the others apart
    for (const std::uint32_t number : touched) perhaps.set(number % perhaps.size());
    std::erase_if(topic.ranking, [&](const Ranked& r) { return perhaps[r.note % perhaps.size()] && std::binary_search(touched.begin(), touched.end(), r.note); });
    const auto middle = std::ptrdiff_t(topic.ranking.size());
    for (const std::uint32_t number : touched)
        if (state_.notes[number].listed() && number >= state_.oldest) topic.ranking.push_back(standing(number));
    touched.clear();
    std::sort(topic.ranking.begin() + middle, topic.ranking.end(), better);
    std::inplace_merge(topic.ranking.begin(), topic.ranking.begin() + middle, topic.ranking.end(), better);
    if (topic.ranking.size() > std::size_t(state_.policy.ranked_per_topic)) topic.ranking.resize(std::size_t(state_.policy.ranked_per_topic));
}

void Engine::count_hour()
{
    Pace& pace = state_.pace;
    const Policy& p = state_.policy;
    const std::int64_t hour = state_.now.us / 3'600'000'000;
    if (pace.first_hour < 0) pace.first_hour = hour;
    if (pace.hour >= 0) {
        for (std::int64_t h = pace.hour; h < std::min(hour, pace.hour + 24); ++h) {
            pace.impressions[std::size_t(h % 24)] = h == pace.hour ? pace.impressions_now : 0;
            pace.notes[std::size_t(h % 24)] = h == pace.hour ? pace.notes_now : 0;
        }
    }
    const bool new_day = hour / 24 != pace.hour / 24;
    pace.hour = hour;
    pace.impressions_now = pace.notes_now = 0;

    double impressions = 0, notes = 0;
    for (std::size_t h = 0; h < 24; ++h) {
        impressions += pace.impressions[h];
        notes += pace.notes[h];
    }
    if (hour - pace.first_hour >= 2 && impressions > 0 && notes > 0) {
        state_.first_pool = std::clamp(p.exploration * impressions / notes, p.least_first_pool, p.most_first_pool);
        state_.trial_share = std::min(p.most_exploration, 1.1 * state_.first_pool * notes / impressions);
    }
    for (Calibration* head : {&state_.click_calibration, &state_.engage_calibration, &state_.hide_calibration}) head->fit();
    while (state_.oldest < state_.notes.size() && state_.now - state_.notes[state_.oldest].born > seconds(p.seen_days * 86'400)) ++state_.oldest;
    state_.taste.retire(state_.oldest);
    if (new_day)
        for (Reader& reader : state_.readers) reader.seen.forget_before(day_of(state_.now) - std::int32_t(p.seen_days));
    keep_within_memory();
    state_.leading.resize(state_.topics.size());
    for (std::uint32_t i = 0; i < state_.leading.size(); ++i) state_.leading[i] = i;
    const auto head = [&](std::uint32_t t) { return state_.topics[t].ranking.empty() ? -1.0f : state_.topics[t].ranking.front().score; };
    std::stable_sort(state_.leading.begin(), state_.leading.end(), [&](std::uint32_t a, std::uint32_t b) { return head(a) > head(b); });
}

}  // namespace meadow::discovery::engine
