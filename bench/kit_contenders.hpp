// Those the engine is compared with, in the same world: an oracle, and how feeds are commonly made.
#pragma once
#include <memory>

#include "kit_crowd.hpp"

namespace meadow::bench {

std::unique_ptr<Contender> oracle(const Crowd&);            // knows every note's true appeal and every reader's true interest
std::unique_ptr<Contender> newest_first(const Crowd&);
std::unique_ptr<Contender> hot_formula(const Crowd&);       // (points − 1) / (hours + 2)^1.8, points: all engagement there is
std::unique_ptr<Contender> thompson(const Crowd&);          // a draw from each note's posterior in every slot, topics named first

}  // namespace meadow::bench
