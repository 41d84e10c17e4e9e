// What ties a note to a reader beside its topic. How much likelier that makes them to open it is learned, one factor a tie
// (expectation.hpp), so a source of notes earns its place on the page and none is taken on trust.
#pragma once
#include <cstddef>
#include <cstdint>

namespace meadow::discovery::engine {

// A page keeps the number, so they stay what they are.
enum class Tie : std::uint8_t {
    none = 0,
    taste_near = 1, taste_mid = 2, taste_far = 3,   // goes with what was opened lately
    follow = 4,       // by somebody they follow
    social = 5,       // liked by somebody they follow
    product = 6,      // pins what they looked at, put into the cart or bought
    nearby = 7,       // written about a place near them
    pick = 8,         // chosen by the editors
    factors = 9,      // close in the space of factor vectors
    search = 10,      // found by what they searched for lately
    search_near = 11, // in its topic, or pins goods it found
};
constexpr int ties = 12;

// Of the suggestion with this rank, from 0.
constexpr Tie taste_tie(std::size_t rank) { return rank < 5 ? Tie::taste_near : rank < 15 ? Tie::taste_mid : Tie::taste_far; }

}  // namespace meadow::discovery::engine
