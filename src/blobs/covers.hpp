// Pictures for a demo town that has no photographs.
#pragma once
#include <cstdint>
#include <string>

namespace meadow::blobs {

// A JPEG with a soft gradient and a few round shapes in one of sixteen harmonies. The same seed and size give the same picture.
// Sides of 16…4000 pixels.
std::string make_cover(std::uint64_t seed, int width, int height);

}  // namespace meadow::blobs
