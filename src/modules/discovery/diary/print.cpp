#include "modules/discovery/diary/print.hpp"

#include <array>

#include <algorithm>

#include "text/utf8.hpp"

namespace meadow::discovery {
namespace {

// splitmix64's finaliser
std::uint64_t mixed(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ull;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ x >> 27) * 0x94D049BB133111EBull;
    return x ^ x >> 31;
}

constexpr int least_runs = 12;

}  // namespace

std::uint64_t text_print(std::string_view text)
{
    std::array<int, 64> votes{};
    int runs = 0;
    std::uint64_t last = 0, before = 0;   // code points
    for (std::size_t at = 0, count = 0; at < text.size(); ++count) {
        const auto next = lang::decode(text, at);
        at += next.bytes;
        if (count >= 2) {
            const std::uint64_t x = mixed(before << 42 ^ last << 21 ^ std::uint64_t(next.value));
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

std::vector<std::int64_t> text_sketch(std::string_view text)
{
    std::vector<std::int64_t> least(8, INT64_MAX);
    int runs = 0;
    std::uint64_t last = 0, before = 0;   // code points
    for (std::size_t at = 0, count = 0; at < text.size();) {
        const auto next = lang::decode(text, at);
        at += next.bytes;
        const lang::Script script = lang::script_of(next.value);
        if (script == lang::Script::other || script == lang::Script::space) continue;
        if (++count > 2) {
            const std::uint64_t run = before << 42 ^ last << 21 ^ std::uint64_t(next.value);
            for (std::size_t i = 0; i < least.size(); ++i) least[i] = std::min(least[i], std::int64_t(mixed(run ^ i << 58) >> 32));
            ++runs;
        }
        before = last;
        last = std::uint64_t(next.value);
    }
    if (runs < least_runs) return {};
    return least;
}

}  // namespace meadow::discovery
