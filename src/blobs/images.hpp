// Pictures as people upload them → pictures as the shop shows them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace meadow::blobs {

enum class ImageType : std::uint8_t { none, jpeg, png, webp, gif };

// By the first bytes alone; nothing else is trusted, least of all a name or Content-Type.
ImageType sniff_image(std::string_view bytes);

struct ImageLimits {
    std::size_t bytes = 20 << 20;
    std::int64_t pixels = 50'000'000;
    int shortest_side = 16;
    int longest_side = 16'000;  // WebP ends at 16,383
};

struct Variant {
    int width;
    int height;
    std::string content_type;  // image/webp or image/jpeg
    std::string extension;     // webp or jpg
    std::string bytes;
};

struct Image {
    int width;  // of the upload, upright
    int height;
    std::string colour;             // dominant, "#rrggbb"
    std::string blurhash;           // 4 × 3 components
    std::vector<Variant> variants;  // by rising width, WebP before JPEG
};

// The widths pictures are offered in. One narrower than the widest rung also keeps its own width; none is ever enlarged.
inline constexpr int ladder[] = {240, 480, 720, 1080, 1440};

// Decodes strictly (a truncated or damaged file is refused, only the first frame of an animation is kept), turns upright by EXIF,
// converts to sRGB and encodes anew as WebP (quality 80) and progressive JPEG (quality 82; transparency becomes white). Nothing of
// the file survives but its pixels: no EXIF, no place, no profile, no trailing bytes. Size, pixels and sides are checked in the
// header before anything is decoded. May take a second: for the slow pool, never an I/O thread. Safe from any thread.
// Refuses: not_an_image, too_large, too_many_pixels, too_small.
Result<Image> read_image(std::string_view bytes, const ImageLimits& limits = {});

}  // namespace meadow::blobs
