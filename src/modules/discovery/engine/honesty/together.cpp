#include "modules/discovery/engine/honesty/together.hpp"

#include <algorithm>

namespace meadow::discovery::engine {

LikedTogether::Box LikedTogether::box_of(std::uint32_t note, Instant at)
{
    // splitmix64's finaliser
    std::uint64_t x = (std::uint64_t(note) << 32 | std::uint64_t(at.us / 600'000'000) % 0xFFFFFFFFu) + 0x9E3779B97F4A7C15ull;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ x >> 27) * 0x94D049BB133111EBull;
    return std::uint32_t((x ^ x >> 31) >> 32) | 1u;   // 0 is an empty place
}

std::vector<std::uint32_t> LikedTogether::join(Box box, std::uint32_t reader)
{
    if (places_.empty()) places_.resize(places);
    Place& place = places_[box % places];
    if (place.box != box) {
        place.box = box;
        place.readers.clear();
    }
    std::vector<std::uint32_t> before(place.readers.begin(), place.readers.end());
    if (std::find(before.begin(), before.end(), reader) != before.end()) return {};
    if (place.readers.size() < most_in_a_box) place.readers.push_back(reader);
    return before;
}

std::size_t LikedTogether::shared(std::span<const Box> a, std::span<const Box> b)
{
    return std::size_t(std::count_if(a.begin(), a.end(), [&](Box box) { return std::find(b.begin(), b.end(), box) != b.end(); }));
}

}  // namespace meadow::discovery::engine
