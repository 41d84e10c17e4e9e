#include "modules/trading/reconciliation/model.hpp"

#include <algorithm>
#include <tuple>

namespace meadow::trading {
namespace {

auto key(const StatementLine& line) { return std::tie(line.trade, line.refund); }

void sort(std::vector<StatementLine>& lines)
{
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace

std::vector<Difference> compare(std::vector<StatementLine> theirs, std::vector<StatementLine> ours)
{
    sort(theirs);
    sort(ours);
    std::vector<Difference> out;
    auto there = theirs.begin();
    auto here = ours.begin();
    while (there != theirs.end() || here != ours.end()) {
        if (here == ours.end() || (there != theirs.end() && key(*there) < key(*here))) {
            out.push_back({0, DifferenceKind::missing_here, there->trade, there->refund, {}, there->amount, there->at});
            ++there;
        } else if (there == theirs.end() || key(*here) < key(*there)) {
            out.push_back({0, DifferenceKind::missing_there, here->trade, here->refund, here->amount, {}, here->at});
            ++here;
        } else {
            if (here->amount != there->amount)
                out.push_back({0, DifferenceKind::amount_differs, here->trade, here->refund, here->amount, there->amount, there->at});
            ++here, ++there;
        }
    }
    return out;
}

}  // namespace meadow::trading
