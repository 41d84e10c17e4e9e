#include "modules/discovery/engine/people.hpp"

#include <algorithm>

namespace meadow::discovery::engine {

Match Reader::match(std::uint32_t topic) const
{
    if (interests.empty()) return Match::unknown;
    return std::find(interests.begin(), interests.end(), topic) != interests.end() ? Match::named : Match::other;
}

const TopicTaste* Reader::taste(std::uint32_t topic) const
{
    for (const TopicTaste& t : tastes)
        if (t.topic == topic) return &t;
    return nullptr;
}

TopicTaste& Reader::taste_of(std::uint32_t topic)
{
    for (TopicTaste& t : tastes)
        if (t.topic == topic) return t;
    if (tastes.size() < most_tastes) return tastes.push_back({topic, {}});
    const auto least = std::min_element(tastes.begin(), tastes.end(), [](const TopicTaste& a, const TopicTaste& b) {
        return a.clicks.expected < b.clicks.expected;
    });
    *least = {topic, {}};
    return *least;
}

void Reader::remember(const Exposure& exposure)
{
    if (exposures.size() < most_exposures) exposures.push_back(exposure);
    else exposures[next_exposure] = exposure;
    next_exposure = (next_exposure + 1) % most_exposures;
}

const Exposure* Reader::exposure(std::uint32_t note) const
{
    for (std::size_t back = 1; back <= exposures.size(); ++back) {
        const Exposure& e = exposures[(next_exposure + most_exposures - back) % most_exposures];
        if (e.note == note) return &e;
    }
    return nullptr;
}

bool Reader::follows_author(std::uint32_t author) const { return std::find(follows.begin(), follows.end(), author) != follows.end(); }

double Reader::weight(const Policy& p) const
{
    const double doubtful = std::max(0.0, double(unbacked) - p.brush_allowance);
    return double(trust) * (double(backed) + 5) / (double(backed) + 5 + doubtful);
}

}  // namespace meadow::discovery::engine
