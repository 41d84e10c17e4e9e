#include "text/tone.hpp"

#include <gtest/gtest.h>

namespace meadow::lang {
namespace {

const Tones& built_in()
{
    static const Tones tones{Normaliser{}};
    return tones;
}

struct Row {
    const char* text;
    int good, bad;
};

}  // namespace

TEST(Tone, counts_what_is_said_and_turns_what_is_denied)
{
    for (const Row& row : {Row{"很好用，推荐", 2, 0}, {"不好用", 0, 1}, {"不是很好", 0, 1}, {"没有坏", 0, 0}, {"質量不錯", 1, 0}, {"不，很好", 1, 0},
                           {"太差了，再也不买", 0, 2}, {"还没用，用了再评价", 0, 0}, {"桌子", 0, 0}, {"", 0, 0}, {"I love it", 1, 0}, {"not very good", 0, 1},
                           {"I don\u2019t love it", 0, 1}, {"not bad", 0, 0}, {"GREAT!", 1, 0}, {"greatest goods", 0, 0}, {"not that I know of, but it is great", 1, 0}}) {
        const Tone tone = built_in().of(row.text);
        EXPECT_EQ(tone.good, row.good) << row.text;
        EXPECT_EQ(tone.bad, row.bad) << row.text;
    }
}

TEST(Tone, what_comes_after_a_but_counts)
{
    EXPECT_EQ(built_in().of("颜色好看，但是太贵").mood(), -1);
    EXPECT_EQ(built_in().of("It broke, but the refund was fast").mood(), 0);   // refund, fast
    EXPECT_EQ(built_in().of("很喜欢，不过还没到").mood(), 1);                  // nothing of either kind after it
    EXPECT_EQ(built_in().of("桌子").mood(), 0);
}

TEST(Tone, hears_who_asks_where_to_buy)
{
    for (const char* text : {"哪里买的呀", "求鏈接！", "姐妹什么牌子", "Where can I buy this?", "omg link please"}) EXPECT_TRUE(built_in().of(text).asks) << text;
    for (const char* text : {"买了", "好看", "I linked it to my phone", "blinked"}) EXPECT_FALSE(built_in().of(text).asks) << text;
}

TEST(Tone, lists_are_anybodys_to_write)
{
    const Tones tones(Normaliser{}, "# mine\ngood 妙|fine\nbad 糟\nodd 怪\nnot 非");
    EXPECT_EQ(tones.of("妙").good, 1);
    EXPECT_EQ(tones.of("非妙").bad, 1);
    EXPECT_EQ(tones.of("怪").bad, 0);
}

}  // namespace meadow::lang
