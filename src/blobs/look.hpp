// Whether two pictures look the same, by sixty-four bits each: the low cosine components of a picture outlive another size, another quality and
// small cuts (as in pHash; Zauner 2010), and its BlurHash keeps just these.
#pragma once
#include <cstdint>
#include <string_view>

namespace meadow::blobs {

// Of a BlurHash with 4 × 3 components; 0 for any other, and for pictures too plain to tell one from another.
std::uint64_t look_of(std::string_view blurhash);
// Never of a picture without a look.
bool look_alike(std::uint64_t, std::uint64_t);

}  // namespace meadow::blobs
