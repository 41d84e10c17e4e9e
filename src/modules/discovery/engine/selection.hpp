// Which products the community is warming to.
#pragma once
#include "modules/discovery/engine/experiments.hpp"
#include "modules/discovery/engine/state.hpp"

namespace meadow::discovery::engine {

struct Warming {
    ProductId product;             // none: named in notes and not pinned
    std::string thing;             // then what they name, "兰蔻 粉底液"
    std::int64_t mentions = 0, mentions_before = 0;   // notes that pin or name it: of the last three days, of the three before
    std::int64_t wants = 0, wants_before = 0;         // people who looked at it from a note, put it into the cart or bought it
    std::int64_t asks = 0, asks_before = 0;           // comments on these notes that ask where to buy it
    std::int64_t content = 0, discontent = 0;         // notes and comments of these six days that sound so
    std::int64_t authors = 0;      // distinct, of the newest fifty of these notes
    double appeal = 1;             // of these notes, observed over expected; 1 is usual
    Estimate growth;               // of mentions, wants and asks, from three days to the next three, predicted
    bool on_sale = true;
};

// Those that notes pin or name, with anything in the last six days, what grows most surely first, at most `most`. Reads each of them once.
std::vector<Warming> warming(const State&, Instant now, std::size_t most);

// How content people sound, -1 … 1: drawn to 0 by as much as two voices weigh.
double mood_of(std::int64_t content, std::int64_t discontent);

// Three days to the next three, from what happened in the last two such spans: a gamma-Poisson ratio, drawn to "as before", with the
// interval of its logarithm.
Estimate predicted_growth(std::int64_t before, std::int64_t now);

}  // namespace meadow::discovery::engine
