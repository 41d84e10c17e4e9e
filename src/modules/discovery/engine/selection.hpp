// Which products the community is warming to.
#pragma once
#include "modules/discovery/engine/experiments.hpp"
#include "modules/discovery/engine/state.hpp"

namespace meadow::discovery::engine {

struct Warming {
    ProductId product;
    std::int64_t mentions = 0, mentions_before = 0;   // notes that pin it: of the last three days, of the three before
    std::int64_t wants = 0, wants_before = 0;         // people who looked at it from a note, put it into the cart or bought it
    std::int64_t authors = 0;      // distinct, of the newest fifty notes that pin it
    double appeal = 1;             // of these notes, observed over expected; 1 is usual
    Estimate growth;               // of mentions and wants, from three days to the next three, predicted
    bool on_sale = true;
};

// Those that notes pin, with anything in the last six days, what grows most surely first, at most `most`. Reads every product once.
std::vector<Warming> warming(const State&, Instant now, std::size_t most);

// Three days to the next three, from what happened in the last two such spans: a gamma-Poisson ratio, drawn to "as before", with the
// interval of its logarithm.
Estimate predicted_growth(std::int64_t before, std::int64_t now);

}  // namespace meadow::discovery::engine
