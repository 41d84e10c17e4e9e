#include "modules/discovery/engine/taste/links.hpp"

#include <algorithm>

namespace meadow::discovery::engine {

void Links::add(std::uint32_t from, std::uint32_t to, float weight)
{
    if (from >= rows_.size()) rows_.resize(from + 1);
    auto& row = rows_[from];
    const auto found = std::find_if(row.begin(), row.end(), [to](const Link& l) { return l.item == to; });
    if (found != row.end()) found->weight += weight;
    else if (row.size() < std::clamp(budget_ / rows_.size(), fewest, most)) row.push_back({to, weight});
    else {
        // Space-saving (Metwally et al. 2005): the newcomer inherits, so what comes often is never lost.
        const auto weakest = std::min_element(row.begin(), row.end(), [](const Link& a, const Link& b) { return a.weight < b.weight; });
        *weakest = {to, weakest->weight + weight};
    }
}

}  // namespace meadow::discovery::engine
