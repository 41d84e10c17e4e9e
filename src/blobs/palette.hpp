// What stands in for a picture until it has loaded: one colour, and a blur of twenty-eight characters.
#pragma once
#include <cstdint>
#include <span>
#include <string>

namespace meadow::blobs {

// width × height pixels of red, green, blue, sRGB, row by row.
struct Pixels {
    std::span<const std::uint8_t> rgb;
    int width;
    int height;
};

// The colour most of the picture has, as "#rrggbb": the mean of the fullest of 512 cells of colour space.
std::string dominant_colour(const Pixels& pixels);

// BlurHash (github.com/woltapp/blurhash, Algorithm.md) with across × down components, each 1…9. Meant for small pictures, say 32
// pixels wide: the work is width × height × across × down.
std::string blurhash(const Pixels& pixels, int across = 4, int down = 3);

}  // namespace meadow::blobs
