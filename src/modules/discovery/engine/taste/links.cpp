#include "modules/discovery/engine/taste/links.hpp"

#include <algorithm>

namespace meadow::discovery::engine {

Link* Links::more(Row<Link>& row)
{
    held_ -= bytes_of(row);
    Link* const at = row.insert(row.end(), Link{});
    held_ += bytes_of(row);
    return at;
}

void Links::add(std::uint32_t from, std::uint32_t to, float weight)
{
    if (from >= rows_.size()) rows_.resize(from + 1);
    auto& row = rows_[from];
    Link* at = std::find_if(row.begin(), row.end(), [to](const Link& l) { return l.item == to; });
    if (at != row.end()) weight += at->weight;
    else if (row.size() < std::clamp(budget_ / rows_.size(), fewest, most)) at = more(row);
    else weight += (--at)->weight;   // Space-saving (Metwally et al. 2005): the newcomer inherits from the weakest, so what comes often is never lost
    // Before its equals: of those that are equally weak the oldest yields first.
    Link* const place = std::lower_bound(row.begin(), at, weight, [](const Link& l, float w) { return l.weight > w; });
    std::move_backward(place, at, at + 1);
    *place = {to, weight};
}

}  // namespace meadow::discovery::engine
