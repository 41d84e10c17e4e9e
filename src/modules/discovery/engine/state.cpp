#include "modules/discovery/engine/state.hpp"

#include <algorithm>

namespace meadow::discovery::engine {

const Note* State::find_note(NoteId id) const
{
    const auto* const found = note_numbers.find(id.value);
    return found == nullptr ? nullptr : &notes[*found];
}

const Reader* State::find_reader(UserId id) const
{
    const auto* const found = reader_numbers.find(id.value);
    return found == nullptr ? nullptr : &readers[*found];
}

double State::affinity(const Reader& reader, std::uint32_t topic) const
{
    const double usual = expectation.match(policy, reader.match(topic));
    const TopicTaste* known = reader.taste(topic);
    return known == nullptr ? usual : known->clicks.ratio(usual, policy.topic_strength);
}

double State::freshness(const Note& note, Instant at) const { return expectation.age(policy, age_step(at - note.born)); }

double State::author_mean(const Note& note) const
{
    Evidence others = authors[note.author].record;
    const double k = policy.author_strength;
    const double clicks = whole(others.clicks - note.evidence.clicks), expected = whole(others.expected - note.evidence.expected);
    const double engaged = whole(others.engagement - note.evidence.engagement);
    const double usual = whole(others.expected_engagement - note.evidence.expected_engagement);
    return std::clamp((clicks + k) / (expected + k) * (engaged + k) / (usual + k), policy.author_least, policy.author_most);
}

PolicyRecord& State::record(std::int64_t version)
{
    const auto found = std::find_if(records.begin(), records.end(), [version](const PolicyRecord& r) { return r.version() == version; });
    if (found != records.end()) return *found;
    if (records.size() >= most_records) records.erase(records.begin());
    return records.emplace_back(version);
}

void State::number_again()
{
    const auto number = [](auto& numbers, const auto& rows, auto key) {
        numbers.clear(rows.size());
        for (std::uint32_t i = 0; i < rows.size(); ++i) numbers.take(key(rows[i]), i);
    };
    const auto by_id = [](const auto& row) { return std::uint64_t(row.id.value); };
    number(note_numbers, notes, by_id);
    number(reader_numbers, readers, by_id);
    number(author_numbers, authors, by_id);
    number(product_numbers, products, by_id);
    number(place_numbers, places, [](const Place& p) { return p.key; });
    number(topic_numbers, topics, [](const Topic& t) { return t.key; });
    thing_numbers.clear();
    for (std::uint32_t i = 0; i < things.size(); ++i) thing_numbers.emplace(things[i].name, i);
}

Prior State::prior(const Note& note) const
{
    Prior p;
    p.clicks_strength = click_spread.strength(policy.clicks_strength);
    p.engagement_strength = engagement_spread.strength(policy.engagement_strength);
    p.kappa = expectation.kappa();
    p.mean = note.pool > 1 ? author_mean(note) : 1;
    return p;
}

}  // namespace meadow::discovery::engine
