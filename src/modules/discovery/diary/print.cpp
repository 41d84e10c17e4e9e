#include "modules/discovery/diary/print.hpp"

#include <array>

#include "text/utf8.hpp"

namespace meadow::discovery {

std::uint64_t text_print(std::string_view text)
{
    constexpr int least_runs = 12;
    std::array<int, 64> votes{};
    int runs = 0;
    std::uint64_t last = 0, before = 0;   // code points
    for (std::size_t at = 0, count = 0; at < text.size(); ++count) {
        const auto next = lang::decode(text, at);
        at += next.bytes;
        if (count >= 2) {
            // splitmix64's finaliser
            std::uint64_t x = (before << 42 ^ last << 21 ^ std::uint64_t(next.value)) + 0x9E3779B97F4A7C15ull;
            x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ull;
            x = (x ^ x >> 27) * 0x94D049BB133111EBull;
            x ^= x >> 31;
            for (std::size_t bit = 0; bit < 64; ++bit) votes[bit] += (x >> bit & 1) != 0 ? 1 : -1;
            ++runs;
        }
        before = last;
        last = std::uint64_t(next.value);
    }
    if (runs < least_runs) return 0;
    std::uint64_t out = 0;
    for (std::size_t bit = 0; bit < 64; ++bit)
        if (votes[bit] > 0) out |= std::uint64_t{1} << bit;
    return out;
}

}  // namespace meadow::discovery
