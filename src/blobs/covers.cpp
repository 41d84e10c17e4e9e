#include "blobs/covers.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <stdexcept>
#include <vector>

#include "blobs/vips.hpp"

namespace meadow::blobs {
namespace {

// Integer arithmetic throughout: the same picture on every machine.
struct Colour {
    int red, green, blue;
};

Colour rgb(std::uint32_t hex)
{
    return {static_cast<int>(hex >> 16), static_cast<int>(hex >> 8 & 255), static_cast<int>(hex & 255)};
}

// Top, bottom and accent.
constexpr std::array<std::array<std::uint32_t, 3>, 16> harmonies{{
    {0xFFE3E0, 0xF7A8A8, 0xD9586B},
    {0xFFF1D6, 0xF8C987, 0xE58A4B},
    {0xE4F1E1, 0xA9CFA4, 0x5E9A6E},
    {0xE1EEF7, 0x9FC3E0, 0x4F84B5},
    {0xEFE6F7, 0xC6A9E0, 0x8661AE},
    {0xFDEBF3, 0xF2AFCB, 0xC9568C},
    {0xF4EFE6, 0xD8C3A5, 0x9C7A54},
    {0xE0F4F1, 0x93D3C8, 0x3F988C},
    {0xFFF7DB, 0xF3DD86, 0xCFA62E},
    {0xF1F1F4, 0xBFC3CF, 0x6F7690},
    {0xFFE9DC, 0xFFB997, 0xE26D5A},
    {0xE7F0D8, 0xBFD58A, 0x7D9A3C},
    {0xE3E6F8, 0xA5AFE3, 0x5562B8},
    {0xFBE8E4, 0xE3B5A4, 0xA8604A},
    {0xDFF3FA, 0x98D4EA, 0x3A93B4},
    {0xF8E8F8, 0xDDA6DD, 0x9C4E9C},
}};

class Dice {  // splitmix64, Steele, Lea, Flood 2014
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }

private:
    std::uint64_t next()
    {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }
    std::uint64_t state_;
};

Colour mix(Colour a, Colour b, int share)  // share of b in 1/256
{
    const auto one = [share](int x, int y) { return (x * (256 - share) + y * share) / 256; };
    return {one(a.red, b.red), one(a.green, b.green), one(a.blue, b.blue)};
}

struct Disc {
    std::int64_t x, y, radius;
    int strength;  // 1/256
    bool ring;
};

// How much of the disc is over the pixel, 0…256, with an edge two pixels soft.
int cover_of(const Disc& disc, std::int64_t x, std::int64_t y)
{
    const std::int64_t dx = x - disc.x, dy = y - disc.y, distance = dx * dx + dy * dy;
    const auto inside = [distance](std::int64_t radius) {
        const std::int64_t soft = radius * 4;  // (r + 1)² − (r − 1)²
        return static_cast<int>(
            std::clamp<std::int64_t>(((radius + 1) * (radius + 1) - distance) * 256 / std::max<std::int64_t>(soft, 1), 0, 256));
    };
    return disc.ring ? std::max(0, inside(disc.radius) - inside(disc.radius * 7 / 8)) : inside(disc.radius);
}

}  // namespace

std::string make_cover(std::uint64_t seed, int width, int height)
{
    assert(width >= 16 && width <= 4000 && height >= 16 && height <= 4000);
    Dice dice(seed);
    const auto& harmony = harmonies[static_cast<std::size_t>(dice.below(static_cast<int>(harmonies.size())))];
    const Colour top = rgb(harmony[0]), bottom = rgb(harmony[1]), accent = rgb(harmony[2]), white{255, 255, 255};
    const int slant = dice.below(257);  // how far the gradient leans to the right
    const int shorter = std::min(width, height);
    std::array<Disc, 5> discs;
    for (Disc& disc : discs)
        disc = {dice.below(width), dice.below(height), shorter / 10 + dice.below(shorter * 3 / 10), 50 + dice.below(110),
                dice.below(3) == 0};

    std::vector<unsigned char> pixels;
    pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            Colour c = mix(top, bottom, (256 * y / height * (512 - slant) + 256 * x / width * slant) / 512);
            for (std::size_t i = 0; i < discs.size(); ++i)
                c = mix(c, i % 2 == 0 ? accent : white, cover_of(discs[i], x, y) * discs[i].strength / 256);
            for (const int value : {c.red, c.green, c.blue}) pixels.push_back(static_cast<unsigned char>(value));
        }
    }

    start_vips();
    VipsPicture picture;
    *picture.out() = vips_image_new_from_memory(pixels.data(), pixels.size(), width, height, 3, VIPS_FORMAT_UCHAR);
    VipsBytes jpeg;
    if (picture.get() == nullptr ||
        vips_jpegsave_buffer(picture.get(), jpeg.data(), jpeg.size(), "Q", 88, "strip", TRUE, nullptr) != 0)
        throw std::runtime_error("libvips cannot write a JPEG");
    return jpeg.take();
}

}  // namespace meadow::blobs
