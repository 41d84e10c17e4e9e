#include "base/patterns.hpp"

#include <gtest/gtest.h>

namespace meadow {

TEST(like_pattern, finds_words_anywhere_and_means_signs_as_they_stand)
{
    EXPECT_EQ(like_pattern("Red 口红"), "%red 口红%");
    EXPECT_EQ(like_pattern("100%_!"), "%100!%!_!!%");
    EXPECT_EQ(like_pattern(""), "%%");
}

}  // namespace meadow
