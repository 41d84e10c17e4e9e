#include "modules/discovery/engine/order.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace meadow::discovery::engine {
namespace {

constexpr unsigned width = 11, passes = 3;
constexpr std::size_t digits = std::size_t{1} << width;

// Reals that are not negative stand in the order of their bits; the greatest first.
std::size_t digit(const Ranked& r, unsigned pass) { return ~std::bit_cast<std::uint32_t>(r.score) >> (pass * width) & (digits - 1); }

}  // namespace

void put_in_order(std::vector<Ranked>& all, std::size_t most)
{
    static thread_local std::vector<Ranked> other;
    std::array<std::array<std::uint32_t, digits>, passes> places{};
    for (const Ranked& r : all)
        for (unsigned pass = 0; pass < passes; ++pass) ++places[pass][digit(r, pass)];
    other.resize(all.size());
    for (unsigned pass = 0; pass < passes; ++pass) {
        std::uint32_t before = 0;
        for (std::uint32_t& place : places[pass]) before += std::exchange(place, before);
        for (const Ranked& r : all) other[places[pass][digit(r, pass)]++] = r;
        all.swap(other);
    }
    if (all.size() > most) all.resize(most);
}

void merge_into(std::vector<Ranked>& ranking, std::vector<Ranked>& more, std::size_t most)
{
    std::sort(more.begin(), more.end(), better);
    std::size_t left = ranking.size(), right = more.size();
    ranking.resize(left + right);
    // From the end, so that nothing is moved twice; what stands before the best of `more` stays where it is.
    for (std::size_t at = ranking.size(); right > 0; --at)
        ranking[at - 1] = left > 0 && better(more[right - 1], ranking[left - 1]) ? ranking[--left] : more[--right];
    if (ranking.size() > most) ranking.resize(most);
}

}  // namespace meadow::discovery::engine
