#include "base/money.hpp"

#include <algorithm>
#include <cassert>

namespace meadow {

std::vector<Money> share(Money amount, const std::vector<std::int64_t>& weights)
{
    assert(!weights.empty());
    std::vector<Money> parts(weights.size());
    const __int128 total = std::accumulate(weights.begin(), weights.end(), __int128{0});
    if (total == 0) {
        parts.front() = amount;
        return parts;
    }
    const bool negative = amount.minor < 0;
    const __int128 whole = negative ? -static_cast<__int128>(amount.minor) : amount.minor;
    std::vector<std::pair<__int128, std::size_t>> remainders;
    __int128 given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        assert(weights[i] >= 0);
        const __int128 product = whole * weights[i];
        parts[i].minor = static_cast<std::int64_t>(negative ? -(product / total) : product / total);
        given += product / total;
        remainders.emplace_back(product % total, i);
    }
    std::stable_sort(remainders.begin(), remainders.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; given < whole; ++i, ++given) parts[remainders[i].second].minor += negative ? -1 : 1;
    return parts;
}

}  // namespace meadow
