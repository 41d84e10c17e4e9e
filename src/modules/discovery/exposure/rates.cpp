#include "modules/discovery/exposure/rates.hpp"

#include <algorithm>
#include <cmath>

namespace meadow::discovery {

double design_effect(const ReadersRow& sums)
{
    if (sums.readers < 2 || sums.shown == 0 || sums.opened == 0 || sums.opened == sums.shown) return 1;
    const double n = double(sums.shown), p = double(sums.opened) / n, readers = double(sums.readers);
    const double squares = double(sums.opened_opened) - 2 * p * double(sums.shown_opened) + p * p * double(sums.shown_shown);
    return std::max(1.0, squares * readers / (readers - 1) / (n * p * (1 - p)));
}

engine::Estimate rate(std::int64_t hits, std::int64_t of, double effect)
{
    if (of <= 0) return {0, 0, 1};
    constexpr double z = 1.96;
    const double n = double(of) / effect, p = std::min(1.0, double(hits) / double(of));
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {p, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace meadow::discovery
