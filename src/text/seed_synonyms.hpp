// src/text/seed_synonyms.txt, embedded by the build.
#pragma once
#include <string_view>

namespace meadow::lang {

extern const std::string_view seed_synonyms;

}  // namespace meadow::lang
