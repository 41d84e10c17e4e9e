#include "modules/discovery/engine/page.hpp"

#include <algorithm>

#include "modules/discovery/engine/heads/features.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr PageStep all_steps[] = {
    {"topics", steps::weigh_topics},
    {"recall ranked", steps::recall_ranked},
    {"recall taste", steps::recall_taste},
    {"recall factors", steps::recall_factors},
    {"recall follows", steps::recall_follows},
    {"recall social", steps::recall_social},
    {"recall products", steps::recall_products},
    {"recall nearby", steps::recall_nearby},
    {"recall picks", steps::recall_picks},
    {"recall search", steps::recall_search},
    {"recall trials", steps::recall_trials},
    {"drop twins", steps::drop_twins},
    {"lower sold out", steps::lower_sold_out},
    {"coarse", steps::rank_coarse},
    {"fine", steps::rank_fine},
    {"diversity", steps::rerank},
    {"slots", steps::lay_out},
};

bool contains(const std::vector<std::uint32_t>& all, std::uint32_t one) { return std::find(all.begin(), all.end(), one) != all.end(); }

// Whom or what the engine does not know is on no page anyway.
template <class Keys, class Numbers, class Key>
std::vector<std::uint32_t> numbers_of(const Keys& keys, const Numbers& numbers, Key key)
{
    std::vector<std::uint32_t> out;
    for (const auto& one : keys)
        if (const auto* const found = numbers.find(key(one)); found != nullptr) out.push_back(*found);
    return out;
}

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

std::optional<std::uint32_t> PageWork::number() const
{
    const auto* const found = state.reader_numbers.find(reader.id.value);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

bool PageWork::paused(std::uint32_t topic) const { return contains(paused_topics, topic); }

double PageWork::affinity(std::uint32_t topic) const
{
    return paused(topic) ? state.expectation.match(state.policy, Match::unknown) : state.affinity(reader, topic);
}

bool PageWork::may_show(std::uint32_t number) const
{
    if (seen.contains(number)) return false;   // what is at hand first: most of what stands high was seen
    const Note& note = state.notes[number];
    if (contains(hidden_notes, number) || contains(hidden_authors, note.author) || contains(hidden_topics, note.topic)) return false;
    return note.rung != Rung::withdrawn && note.author != self;
}

Page make_page(const State& state, const Reader& reader, Instant now, std::size_t slots, const Asked& asked)
{
    PageWork work{state, reader, now, std::min<std::size_t>(slots, most_slots), asked, state.policy_of(reader.id)};
    work.hidden_authors = numbers_of(asked.hidden_authors, state.author_numbers, [](UserId id) { return id.value; });
    work.hidden_notes = numbers_of(asked.hidden_notes, state.note_numbers, [](NoteId id) { return id.value; });
    work.hidden_topics = numbers_of(asked.hidden_topics, state.topic_numbers, [](TopicKey key) { return key; });
    work.paused_topics = numbers_of(asked.paused_topics, state.topic_numbers, [](TopicKey key) { return key; });
    if (const auto* const author = state.author_numbers.find(std::uint64_t(reader.id.value)); author != nullptr) work.self = *author;
    Page page;
    page.policy = work.policy.version;
    for (const PageStep& step : page_steps()) {
        step.run(work);
        page.trace.push_back({step.name, std::int64_t(work.chosen.empty() ? work.trials.size() + work.best.size() : work.chosen.size())});
    }
    const double viewer = state.viewer(reader);
    for (const Candidate& c : work.chosen) {
        const Note& note = state.notes[c.note];
        const Circumstances at{std::uint8_t(page.notes.size()), age_step(now - note.born), reader.match(note.topic), hour_of(now), std::uint8_t(c.tie)};
        const double affinity = work.affinity(note.topic);
        const double expected = std::min(0.95, state.expectation.common(state.policy, at) * viewer * affinity);
        page.notes.push_back({note.id, c.source, c.propensity, c.score, expected, std::int64_t(c.tie), click_chance(state, reader, note, at, c.source, affinity, state.appeal(note))});
    }
    return page;
}

}  // namespace meadow::discovery::engine
