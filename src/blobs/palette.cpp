#include "blobs/palette.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>
#include <vector>

namespace meadow::blobs {
namespace {

using Colour = std::array<double, 3>;

double to_linear(std::uint8_t value)
{
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

int from_linear(double value)
{
    const double v = std::clamp(value, 0.0, 1.0);
    return static_cast<int>((v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055) * 255 + 0.5);
}

double signed_power(double value, double exponent) { return std::copysign(std::pow(std::abs(value), exponent), value); }

void put_base83(std::string& out, int value, int digits)
{
    static constexpr std::string_view alphabet =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
    for (int i = digits; i-- > 0;) {
        int digit = value;
        for (int j = 0; j < i; ++j) digit /= 83;
        out += alphabet[static_cast<std::size_t>(digit % 83)];
    }
}

// One cosine component of the picture.
Colour component(const Pixels& p, const std::vector<Colour>& linear, int i, int j)
{
    Colour sum{};
    for (int y = 0; y < p.height; ++y) {
        const double down = std::cos(std::numbers::pi * j * y / p.height);
        for (int x = 0; x < p.width; ++x) {
            const double basis = down * std::cos(std::numbers::pi * i * x / p.width);
            const Colour& c = linear[static_cast<std::size_t>(y * p.width + x)];
            for (std::size_t k = 0; k < 3; ++k) sum[k] += basis * c[k];
        }
    }
    const double scale = (i == 0 && j == 0 ? 1.0 : 2.0) / (static_cast<double>(p.width) * p.height);
    for (double& value : sum) value *= scale;
    return sum;
}

}  // namespace

std::string dominant_colour(const Pixels& pixels)
{
    struct Cell {
        std::uint64_t count = 0;
        std::array<std::uint64_t, 3> sum{};
    };
    std::vector<Cell> cells(512);
    for (std::size_t at = 0; at + 2 < pixels.rgb.size(); at += 3) {
        Cell& cell =
            cells[static_cast<std::size_t>((pixels.rgb[at] >> 5) << 6 | (pixels.rgb[at + 1] >> 5) << 3 | pixels.rgb[at + 2] >> 5)];
        ++cell.count;
        for (std::size_t k = 0; k < 3; ++k) cell.sum[k] += pixels.rgb[at + k];
    }
    const Cell& fullest =
        *std::max_element(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.count < b.count; });
    std::string out = "#";
    for (const std::uint64_t sum : fullest.sum) {
        const std::uint64_t value = fullest.count > 0 ? sum / fullest.count : 0;
        out += "0123456789abcdef"[value >> 4];
        out += "0123456789abcdef"[value & 15];
    }
    return out;
}

std::string blurhash(const Pixels& pixels, int across, int down)
{
    assert(across >= 1 && across <= 9 && down >= 1 && down <= 9);
    assert(pixels.rgb.size() == static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 3);
    std::vector<Colour> linear(pixels.rgb.size() / 3);
    for (std::size_t i = 0; i < linear.size(); ++i) {
        for (std::size_t k = 0; k < 3; ++k) linear[i][k] = to_linear(pixels.rgb[3 * i + k]);
    }
    std::vector<Colour> parts;
    for (int j = 0; j < down; ++j) {
        for (int i = 0; i < across; ++i) parts.push_back(component(pixels, linear, i, j));
    }
    double greatest = 0;
    for (std::size_t n = 1; n < parts.size(); ++n) {
        for (const double value : parts[n]) greatest = std::max(greatest, std::abs(value));
    }
    const int steps = std::clamp(static_cast<int>(greatest * 166 - 0.5), 0, 82);
    const double range = parts.size() > 1 ? (steps + 1) / 166.0 : 1.0;

    std::string out;
    put_base83(out, across - 1 + (down - 1) * 9, 1);
    put_base83(out, parts.size() > 1 ? steps : 0, 1);
    put_base83(out, from_linear(parts[0][0]) << 16 | from_linear(parts[0][1]) << 8 | from_linear(parts[0][2]), 4);
    for (std::size_t n = 1; n < parts.size(); ++n) {
        int packed = 0;
        for (const double value : parts[n])
            packed = packed * 19 + std::clamp(static_cast<int>(std::floor(signed_power(value / range, 0.5) * 9 + 9.5)), 0, 18);
        put_base83(out, packed, 2);
    }
    return out;
}

}  // namespace meadow::blobs
