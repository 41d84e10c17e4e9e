#include "modules/trading/carts/model.hpp"

namespace meadow::trading {

LineFlag flag_of(const CartLine& line, bool on_sale, Money price, std::int64_t available)
{
    if (!on_sale) return LineFlag::withdrawn;
    if (available <= 0) return LineFlag::sold_out;
    if (available < line.count) return LineFlag::too_few;
    return price == line.seen_price ? LineFlag::fine : LineFlag::price_changed;
}

}  // namespace meadow::trading
