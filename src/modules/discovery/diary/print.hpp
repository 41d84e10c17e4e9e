#pragma once
#include <cstdint>
#include <string_view>

namespace meadow::discovery {

// SimHash (Charikar 2002) of a text's runs of three code points: texts that share nearly all of them differ in few of 64 bits. 0 for
// texts too short to tell one from another.
std::uint64_t text_print(std::string_view normalised);

}  // namespace meadow::discovery
