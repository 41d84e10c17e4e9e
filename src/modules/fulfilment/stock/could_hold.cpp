#include <algorithm>

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/refusals.hpp"

namespace meadow::fulfilment {

Done could_hold(const std::vector<SkuCount>& available, const std::vector<SkuCount>& wanted)
{
    std::vector<FieldFault> lacking;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto found = std::find_if(available.begin(), available.end(), [&](const SkuCount& s) { return s.sku == wanted[i].sku; });
        const std::int64_t left = found == available.end() ? 0 : found->count;
        if (left < wanted[i].count)
            lacking.push_back({"/lines/" + std::to_string(i), left == 0 ? "is sold out" : "has only " + std::to_string(left) + " left"});
    }
    if (!lacking.empty()) return refuse(sold_out, "", std::move(lacking));
    return done();
}

}  // namespace meadow::fulfilment
