#include "modules/trading/reconciliation/model.hpp"

#include <gtest/gtest.h>

namespace meadow::trading {
namespace {

StatementLine line(std::string trade, std::string refund, std::int64_t fen) { return {std::move(trade), std::move(refund), {fen}, {1}}; }

TEST(Compare, tells_each_kind_of_difference_whatever_the_order_of_lines)
{
    const auto found = compare({line("c", "", 5), line("a", "", 1), line("b", "r1", 2), line("b", "", 9)},
                               {line("b", "", 8), line("a", "", 1), line("b", "r1", 2), line("d", "", 7)});
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].kind, DifferenceKind::amount_differs);
    EXPECT_EQ(found[0].trade, "b");
    EXPECT_EQ(found[0].ours, Money{8});
    EXPECT_EQ(found[0].theirs, Money{9});
    EXPECT_EQ(found[1].kind, DifferenceKind::missing_here);
    EXPECT_EQ(found[1].trade, "c");
    EXPECT_EQ(found[2].kind, DifferenceKind::missing_there);
    EXPECT_EQ(found[2].trade, "d");
}

TEST(Compare, a_charge_and_its_refund_are_different_lines)
{
    EXPECT_EQ(compare({line("a", "", 5)}, {line("a", "r", 5)}).size(), 2u);
    EXPECT_TRUE(compare({}, {}).empty());
}

TEST(Midnight, is_of_the_same_day_in_utc)
{
    EXPECT_EQ(text(midnight_before(*parse_instant("2030-11-11 23:59:59"))), "2030-11-11T00:00:00.000Z");
    EXPECT_EQ(text(midnight_before(*parse_instant("2030-11-11 00:00"))), "2030-11-11T00:00:00.000Z");
}

}  // namespace
}  // namespace meadow::trading
