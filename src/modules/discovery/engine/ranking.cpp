// Rankings of topics, and what is done once an hour.
#include <algorithm>
#include <bitset>

#include "modules/discovery/engine/engine.hpp"
#include "modules/discovery/engine/order.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Duration seconds(std::int64_t count) { return Duration{count * 1'000'000}; }
std::int32_t day_of(Instant at) { return std::int32_t(at.us / 86'400'000'000); }

}  // namespace

void Engine::changed(std::uint32_t note)
{
    Topic& t = state_.topics[state_.notes[note].topic];
    t.touched.push_back(note);
    if (++t.changes == 1) state_.aging.push_back({state_.now, state_.notes[note].topic});
    // Bringing a ranking up to date reads all of it, so a long one waits for more.
    if (t.changes >= std::max(std::size_t(state_.policy.refresh_changes), t.ranking.size() / 16)) rank_touched(t);
}

namespace {

// What every step of age leaves of a note's worth.
class Freshness {
public:
    explicit Freshness(const State& s) : now_(s.now)
    {
        for (int step = 0; step < age_steps; ++step) of_[std::size_t(step)] = float(s.expectation.age(s.policy, step));
    }
    Ranked standing(const Member& m) const { return {m.worth * of_[age_step(now_ - m.born)], m.note}; }

private:
    Instant now_;
    std::array<float, age_steps> of_{};
};

std::vector<Member>::iterator place_of(std::vector<Member>& members, std::uint32_t note)
{
    return std::lower_bound(members.begin(), members.end(), note, [](const Member& m, std::uint32_t n) { return m.note < n; });
}

}  // namespace

float Engine::hope_of(std::uint32_t note) const { return float(state_.appeal(state_.notes[note]).quantile(state_.policy.hope)); }

// All members by their age. What they are worth changes when they are answered, and rank_touched() hears of it; only now and then is
// everything looked at again, because the records of authors and how far notes differ move slowly.
void Engine::rank(Topic& topic)
{
    rank_touched(topic);
    topic.ranked_at = state_.now;
    topic.members.erase(topic.members.begin(), place_of(topic.members, state_.oldest));
    if (state_.now - topic.weighed_at >= seconds(state_.policy.reweigh_seconds)) {
        topic.weighed_at = state_.now;
        constexpr std::size_t far = 12, near = 6;   // notes and authors lie anywhere: they are asked for ahead
        const auto& members = topic.members;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i + far < members.size()) __builtin_prefetch(&state_.notes[members[i + far].note].evidence), __builtin_prefetch(&state_.notes[members[i + far].note]);
            if (i + near < members.size()) __builtin_prefetch(&state_.authors[state_.notes[members[i + near].note].author].record);
            topic.members[i].worth = hope_of(members[i].note);
        }
    }
    const Freshness fresh(state_);
    topic.ranking.resize(topic.members.size());
    std::transform(topic.members.rbegin(), topic.members.rend(), topic.ranking.begin(), [&](const Member& m) { return fresh.standing(m); });
    put_in_order(topic.ranking, std::size_t(state_.policy.ranked_per_topic));
}

// Takes the few that changed out of the ranking and puts them back where they belong now.
void Engine::rank_touched(Topic& topic)
{
    topic.changes = 0;
    auto& touched = topic.touched;
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    std::bitset<16'384> perhaps;   // one look tells nearly all of the others apart
    for (const std::uint32_t number : touched) perhaps.set(number % perhaps.size());
    std::erase_if(topic.ranking, [&](const Ranked& r) { return perhaps[r.note % perhaps.size()] && std::binary_search(touched.begin(), touched.end(), r.note); });
    static thread_local std::vector<Ranked> back;   // where they belong
    back.clear();
    const Freshness fresh(state_);
    for (const std::uint32_t number : touched) {
        auto member = place_of(topic.members, number);
        const bool known = member != topic.members.end() && member->note == number;
        if (!state_.notes[number].listed() || number < state_.oldest) {
            if (known) topic.members.erase(member);
            continue;
        }
        if (!known) member = topic.members.insert(member, {state_.notes[number].born, number});
        member->worth = hope_of(number);
        back.push_back(fresh.standing(*member));
    }
    touched.clear();
    merge_into(topic.ranking, back, std::size_t(state_.policy.ranked_per_topic));
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
        for (Reader& reader : state_.readers) {
            reader.seen.forget_before(day_of(state_.now) - std::int32_t(p.seen_days));
            reader.searches.forget_before(day_of(state_.now) - std::int32_t(p.search_days));
        }
    if (hour % p.weigh_hours == 0) keep_within_memory();
    state_.leading.resize(state_.topics.size());
    for (std::uint32_t i = 0; i < state_.leading.size(); ++i) state_.leading[i] = i;
    const auto head = [&](std::uint32_t t) { return state_.topics[t].ranking.empty() ? -1.0f : state_.topics[t].ranking.front().score; };
    std::stable_sort(state_.leading.begin(), state_.leading.end(), [&](std::uint32_t a, std::uint32_t b) { return head(a) > head(b); });
}

}  // namespace meadow::discovery::engine
