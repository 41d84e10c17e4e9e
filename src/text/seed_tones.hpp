// src/text/seed_tones.txt, embedded by the build.
#pragma once
#include <string_view>

namespace meadow::lang {

extern const std::string_view seed_tones;

}  // namespace meadow::lang
