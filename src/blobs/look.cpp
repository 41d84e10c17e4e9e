#include "blobs/look.hpp"

#include <cstdlib>

namespace meadow::blobs {
namespace {

constexpr int waves = 11;          // 4 × 3 components without the mean colour
constexpr int steps_of_a_wave = 19;
constexpr int least_contrast = 12; // of 82; a white wall has 10, because the waves of a BlurHash do not quite cancel out
// Re-encoding moves waves by a step or two where they are faint, hardly where they are strong.
constexpr int most_apart = 3, most_apart_together = 9, most_apart_in_colour = 1;

int base83(char c)
{
    constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
    const std::size_t at = alphabet.find(c);
    return at == std::string_view::npos ? 0 : int(at);
}

int number(std::string_view digits)
{
    int out = 0;
    for (const char c : digits) out = out * 83 + base83(c);
    return out;
}

}  // namespace

std::uint64_t look_of(std::string_view blurhash)
{
    if (blurhash.size() != 6 + 2 * waves || blurhash.front() != 'L' || base83(blurhash[1]) < least_contrast) return 0;
    const int colour = number(blurhash.substr(2, 4));
    std::uint64_t look = std::uint64_t(colour >> 21 & 7) << 6 | std::uint64_t(colour >> 13 & 7) << 3 | std::uint64_t(colour >> 5 & 7);
    for (int wave = 0; wave < waves; ++wave) {
        const int packed = number(blurhash.substr(6 + 2 * std::size_t(wave), 2));
        const int red = packed / (steps_of_a_wave * steps_of_a_wave), green = packed / steps_of_a_wave % steps_of_a_wave, blue = packed % steps_of_a_wave;
        look = look << 5 | std::uint64_t((3 * red + 6 * green + blue + 5) / 10);   // as bright as the eye sees it
    }
    return look;
}

bool look_alike(std::uint64_t a, std::uint64_t b)
{
    if (a == 0 || b == 0) return false;
    int together = 0;
    for (int wave = 0; wave < waves; ++wave) {
        const int apart = std::abs(int(a >> 5 * wave & 31) - int(b >> 5 * wave & 31));
        if (apart > most_apart || (together += apart) > most_apart_together) return false;
    }
    for (int at = 5 * waves; at < 64; at += 3)
        if (std::abs(int(a >> at & 7) - int(b >> at & 7)) > most_apart_in_colour) return false;
    return true;
}

}  // namespace meadow::blobs
