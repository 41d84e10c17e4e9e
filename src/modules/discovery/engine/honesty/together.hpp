// Readers who like the same notes at the same time (in the way of CopyCatch, Beutel et al. 2013, and SynchroTrap, Cao et al. 2014): a like
// falls into the box of its note and ten minutes; who shares many boxes with the same person is found. Memory is bounded: a box is
// lost to another that falls on its place.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/instant.hpp"
#include "modules/discovery/engine/row.hpp"

namespace meadow::discovery::engine {

class LikedTogether {
public:
    using Box = std::uint32_t;
    static constexpr std::size_t most_remembered = 32;   // boxes of one reader

    static Box box_of(std::uint32_t note, Instant at);
    // Puts a reader into the box; those who were there before.
    std::vector<std::uint32_t> join(Box, std::uint32_t reader);
    // In how many boxes two readers were together, by what is remembered of each.
    static std::size_t shared(std::span<const Box> a, std::span<const Box> b);
    static void remember(Row<Box>& boxes, Box box)
    {
        if (boxes.size() >= most_remembered) boxes.erase(boxes.begin());
        boxes.push_back(box);
    }

    template <class Archive>
    void each(Archive& a) { a(places_); }

private:
    static constexpr std::size_t places = 16'384, most_in_a_box = 32;
    struct Place {
        Box box = 0;
        Row<std::uint32_t> readers;
        template <class Archive>
        void each(Archive& a) { a(box, readers); }
    };
    std::vector<Place> places_;
};

}  // namespace meadow::discovery::engine
