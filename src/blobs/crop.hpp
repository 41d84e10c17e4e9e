// A part of a photograph, for a demo town in which the same few photographs are looked at in many ways.
#pragma once
#include <string>
#include <string_view>

namespace meadow::blobs {

// `ratio`: width ÷ height of the part. `zoom`: 1 for the largest part of that ratio, 2 for half as wide. `across`, `down`: where it
// lies, 0…1 from left and top of the room there is. `width`: in pixels, at most; nothing is enlarged.
struct Crop {
    double ratio = 1, zoom = 1, across = 0.5, down = 0.5;
    int width = 800;
};

// As a JPEG. Throws std::runtime_error for what is no JPEG.
std::string cropped(std::string_view jpeg, const Crop&);

}  // namespace meadow::blobs
