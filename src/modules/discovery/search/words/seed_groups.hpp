// The words that come with Meadow (src/text/seed_synonyms.txt), by section: "kinds", "words", "brands".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/normalise.hpp"

namespace meadow::discovery {

// Ways to say the same, normalised.
using WordGroup = std::vector<std::string>;
std::vector<WordGroup> seed_groups(const lang::Normaliser&, std::string_view section);

}  // namespace meadow::discovery
