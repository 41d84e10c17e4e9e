#include "modules/discovery/engine/honesty/alike.hpp"

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

bool near(const Sketch& a, const Sketch& b)
{
    std::size_t same = 0;
    for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i];
    return same >= SaidAlike::least_alike;
}

}  // namespace

std::vector<std::uint32_t> SaidAlike::join(const Sketch& sketch, Instant now, std::uint32_t reader)
{
    if (places_.empty()) places_.resize(places);
    std::vector<std::uint32_t> fullest;
    for (std::size_t box = 0; box < boxes; ++box) {
        Place& place = places_[(std::size_t{sketch[box]} * boxes + box) % places];
        const bool old = now - place.since > lately;
        if (old || !near(place.sketch, sketch)) {
            if (!old && place.readers.size() >= crowd) continue;
            place = {sketch, now, {}};
        }
        if (std::find(place.readers.begin(), place.readers.end(), reader) != place.readers.end()) return {};
        if (place.readers.size() == most_in_a_box) continue;
        place.readers.push_back(reader);
        if (place.readers.size() > fullest.size()) fullest = place.readers;
    }
    return fullest;
}

}  // namespace meadow::discovery::engine
