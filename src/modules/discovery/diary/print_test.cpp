#include "modules/discovery/diary/print.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <string>

namespace meadow::discovery {

TEST(TextPrint, nearly_the_same_texts_differ_in_few_bits_and_others_in_many)
{
    std::string long_text;
    for (int i = 0; i < 40; ++i) long_text += "sentence number " + std::to_string(i * 7919) + " says this ";
    const auto one = text_print(long_text);
    EXPECT_EQ(one, text_print(long_text));
    EXPECT_LE(std::popcount(one ^ text_print(long_text + "!!")), 3);
    std::string other;
    for (int i = 0; i < 40; ++i) other += "nothing of " + std::to_string(i * 104'729) + " is shared here ";
    EXPECT_GT(std::popcount(one ^ text_print(other)), 10);
}

TEST(TextPrint, short_texts_have_none)
{
    EXPECT_EQ(text_print(""), 0u);
    EXPECT_EQ(text_print("Autumn"), 0u);
    EXPECT_EQ(text_print("秋日口红"), 0u);
    EXPECT_NE(text_print("今天买到了一支很好看的口红颜色非常适合秋天"), 0u);
}

}  // namespace meadow::discovery
