#include "text/lexicon.hpp"

#include <gtest/gtest.h>

#include "text/pinyin.hpp"

namespace meadow::lang {
namespace {

const Lexicon& lexicon()
{
    static const Lexicon one({{"口红", 90}, {"洗面奶", 50}, {"雅诗兰黛", 40}, {"lancome", 30}, {"maybelline", 20}, {"扣红", 1}, {"面膜", 80}, {"眉笔", 10}});
    return one;
}

std::string first(const std::vector<Guess>& guesses) { return guesses.empty() ? "" : guesses.front().word; }

}  // namespace

TEST(Pinyin, reads_characters_as_people_type_them)
{
    EXPECT_EQ(reading_of(U'红'), "hong");
    EXPECT_EQ(reading_of(U'女'), "nu");
    EXPECT_EQ(reading_of(U'a'), "");
    const auto spelt = spellings_of("sk-ii神仙水");
    ASSERT_EQ(spelt.size(), 1u);
    EXPECT_EQ(spelt[0].full, "skiishenxianshui");
    EXPECT_EQ(spelt[0].initials, "skiisxs");
    EXPECT_TRUE(spellings_of("lancome").empty());
    EXPECT_EQ(as_typed("lv-se"), "luse");
}

TEST(Pinyin, knows_second_readings_and_stays_bounded)
{
    const auto spelt = spellings_of("长乐");
    const auto has = [&](std::string_view full) { return std::any_of(spelt.begin(), spelt.end(), [&](const Spelling& s) { return s.full == full; }); };
    EXPECT_TRUE(has("changle"));
    EXPECT_LE(spellings_of("长长长长长长").size(), 4u);
}

TEST(Lexicon, guesses_chinese_from_letters)
{
    EXPECT_EQ(first(lexicon().read_as("kouhong", 3)), "口红");
    EXPECT_EQ(lexicon().read_as("kouhong", 3).size(), 2u);
    EXPECT_EQ(first(lexicon().read_as("xmn", 3)), "洗面奶");
    EXPECT_EQ(first(lexicon().read_as("yashilandai", 3)), "雅诗兰黛");
    EXPECT_TRUE(lexicon().read_as("k", 3).empty());
    EXPECT_TRUE(lexicon().read_as("zeppelin", 3).empty());
}

TEST(Lexicon, guesses_what_was_meant)
{
    EXPECT_EQ(first(lexicon().near("洗面乃", 3)), "洗面奶");     // read the same
    EXPECT_EQ(first(lexicon().near("雅诗兰代", 3)), "雅诗兰黛");
    EXPECT_EQ(first(lexicon().near("雅思兰黛", 3)), "雅诗兰黛");
    EXPECT_EQ(first(lexicon().near("lancmoe", 3)), "lancome");    // exchanged
    EXPECT_EQ(first(lexicon().near("lancom", 3)), "lancome");     // left out
    EXPECT_EQ(first(lexicon().near("maybeline", 3)), "maybelline");
    for (const char* slip : {"koushong", "kuohong", "kouhon", "kouhomg"}) EXPECT_EQ(first(lexicon().near(slip, 3)), "口红") << slip;
    EXPECT_TRUE(lexicon().near("kuhn", 3).empty());               // too short to be sure of anything
    EXPECT_TRUE(lexicon().near("口水", 3).empty());               // two characters have no slips
    EXPECT_EQ(first(lexicon().near("口红", 3)), "扣红");          // never itself
    EXPECT_EQ(lexicon().weight_of("面膜"), 80u);
    EXPECT_EQ(lexicon().weight_of("面条"), 0u);
}

}  // namespace meadow::lang
