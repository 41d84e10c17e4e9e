#include "text/yuan_text.hpp"

#include <gtest/gtest.h>

namespace meadow::lang {

TEST(yuan_in, reads_back_what_decimal_writes_and_refuses_everything_else)
{
    for (const Money money : {Money{}, Money{5}, Money{50}, yuan(12, 30), yuan(100'000)}) EXPECT_EQ(yuan_in(decimal(money)), money);
    EXPECT_EQ(yuan_in("12"), yuan(12));
    EXPECT_EQ(yuan_in("12.3"), yuan(12, 30));
    EXPECT_EQ(yuan_in("9999999999.99"), yuan(9'999'999'999, 99));
    for (const char* wrong : {"", ".", ".5", "12.", "12.345", "-3", "+3", "1,200", "1e3", " 3", "¥3", "3.-1", "10000000000"}) EXPECT_EQ(yuan_in(wrong), std::nullopt) << wrong;
}

}  // namespace meadow::lang
