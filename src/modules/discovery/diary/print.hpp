#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace meadow::discovery {

// SimHash (Charikar 2002) of a text's runs of three code points: texts that share nearly all of them differ in few of 64 bits. 0 for
// texts too short to tell one from another.
std::uint64_t text_print(std::string_view normalised);

// MinHash (Broder 1997) of a text's runs of three letters, digits or characters, whatever stands between them: of its eight 32-bit numbers two
// texts share as many as they share runs. None for a few words, which people say alike by themselves.
std::vector<std::int64_t> text_sketch(std::string_view normalised);

}  // namespace meadow::discovery
