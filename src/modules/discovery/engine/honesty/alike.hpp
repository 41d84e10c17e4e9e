// Comments that say nearly the same. A comment comes as a sketch of its words: the least of eight hashes of its runs of characters (MinHash,
// Broder 1997), of which two texts share as many as they share runs. It stands in four boxes, by its first four numbers, so that what
// shares most of its words meets. Memory is bounded: a box is lost to another text that falls on its place, unless a crowd is in it.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/instant.hpp"

namespace meadow::discovery::engine {

using Sketch = std::array<std::uint32_t, 8>;

class SaidAlike {
public:
    static constexpr Duration lately = std::chrono::hours{24};
    static constexpr std::size_t least_alike = 5;       // of eight numbers

    // The reader says it. Everybody who said nearly the same within a day, them last; nobody when they said it before.
    std::vector<std::uint32_t> join(const Sketch&, Instant now, std::uint32_t reader);

    template <class Archive>
    void each(Archive& a) { a(places_); }

private:
    static constexpr std::size_t places = 16'384, boxes = 4, most_in_a_box = 64, crowd = 3;
    struct Place {
        Sketch sketch{};
        Instant since;
        std::vector<std::uint32_t> readers;
        template <class Archive>
        void each(Archive& a) { a(sketch, since, readers); }
    };
    std::vector<Place> places_;
};

}  // namespace meadow::discovery::engine
