#include "modules/trading/carts/model.hpp"

#include <gtest/gtest.h>

namespace meadow::trading {

TEST(CartLine, tells_the_worst_that_stands_in_its_way)
{
    CartLine line;
    line.count = 3;
    line.seen_price = yuan(10);
    EXPECT_EQ(flag_of(line, true, yuan(10), 3), LineFlag::fine);
    EXPECT_EQ(flag_of(line, true, yuan(11), 3), LineFlag::price_changed);
    EXPECT_EQ(flag_of(line, true, yuan(11), 2), LineFlag::too_few);
    EXPECT_EQ(flag_of(line, true, yuan(10), 0), LineFlag::sold_out);
    EXPECT_EQ(flag_of(line, false, yuan(10), 3), LineFlag::withdrawn);
}

}  // namespace meadow::trading
