#include "modules/trading/addresses/model.hpp"

#include <gtest/gtest.h>

namespace meadow::trading {

TEST(Phone, is_a_number_a_courier_can_call)
{
    for (const char* good : {"13800138000", "+86 138 0013 8000", "021-6437 1234", "1234567"}) EXPECT_TRUE(well_formed_phone(good)) << good;
    for (const char* bad : {"", "123456", "1380013800a", "138+00138000", "1234567890123456", "(021) 64371234"}) EXPECT_FALSE(well_formed_phone(bad)) << bad;
}

}  // namespace meadow::trading
