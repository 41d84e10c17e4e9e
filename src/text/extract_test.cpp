#include "text/extract.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace meadow::lang {
namespace {

std::string tags_of(std::string_view text)
{
    std::string out;
    for (const Tag& tag : extract_tags(text)) {
        if (!out.empty()) out += '|';
        out += tag.kind == TagKind::topic ? '#' : '@';
        out += tag.name.of(text);
    }
    return out;
}

std::string times(int n, const char* piece)
{
    std::string out;
    while (n-- > 0) out += piece;
    return out;
}

TEST(Tags, are_found_by_the_written_rules)
{
    const struct {
        std::string text, tags;
    } rows[] = {
        {"#口红#", "#口红"},
        {"#口红 #种草", "#口红|#种草"},
        {"好用#口红#种草了", "#口红"},
        {"#a##b#", "#a|#b"},
        {"#new york#走起", "#new york"},
        {"＃春季穿搭＃", "#春季穿搭"},
        {"#618#大促 #1", "#618"},
        {"#ootd今日穿搭，好看", "#ootd今日穿搭"},
        {"#口红😀", "#口红"},
        {"#口红😀色#", "#口红😀色"},
        {"#ootd!", "#ootd"},
        {"C#很好", ""},
        {"https://x.com/#about", ""},
        {"&#39;", ""},
        {"# 标题", ""},
        {"##", ""},
        {"#", ""},
        {"#a\nb#", "#a"},
        {"#" + times(30, "好"), "#" + times(30, "好")},
        {"#" + times(31, "好"), ""},
        {"#" + times(30, "好") + "#", "#" + times(30, "好")},
        {"#" + times(31, "好") + "#", ""},
        {"@lin 你看", "@lin"},
        {"谢谢@小美！", "@小美"},
        {"＠lin-da.x.", "@lin-da.x"},
        {"@a_b·c", "@a_b·c"},
        {"me@example.com", ""},
        {"写信给a.b+c@example.com", ""},
        {"@@lin", ""},
        {"@", ""},
        {"@ lin", ""},
        {"@😀", ""},
        {"@" + times(24, "a"), "@" + times(24, "a")},
        {"@" + times(25, "a"), ""},
        {"@lin@bo", "@lin|@bo"},
        {"#口红@lin", "#口红|@lin"},
        {"@lin#口红", "@lin|#口红"},
        {"\xff#a\xff", "#a"},
    };
    for (const auto& row : rows) EXPECT_EQ(tags_of(row.text), row.tags) << row.text;
}

TEST(Tags, carry_their_signs_in_where)
{
    const std::string text = "看＃口红＃";
    const auto tags = extract_tags(text);
    ASSERT_EQ(tags.size(), 1u);
    EXPECT_EQ(tags[0].where.of(text), "＃口红＃");
}

TEST(Tags, are_bounded_in_number) { EXPECT_EQ(extract_tags(times(200, "#a ")).size(), most_tags); }

TEST(Tags, never_overlap_and_lie_on_boundaries)
{
    EXPECT_TRUE(rc::check("spans", [](const std::vector<std::uint8_t>& picks) {
        static const char* pieces[] = {"#", "＃", "@", "＠", " ", "\n", "a", "1", "口", "😀", ".", "-", "/", "&", "\xe5", "\xff"};
        std::string text;
        for (const auto p : picks) text += pieces[p % 16];
        std::size_t free_from = 0;
        for (const Tag& tag : extract_tags(text)) {
            RC_ASSERT(tag.where.begin >= free_from);
            free_from = tag.where.end;
            RC_ASSERT(tag.where.begin < tag.name.begin && tag.name.begin < tag.name.end && tag.name.end <= tag.where.end);
            for (const std::size_t at : {tag.where.begin, tag.where.end, tag.name.begin, tag.name.end})
                RC_ASSERT(is_boundary(text, at));
        }
    }));
}

}  // namespace
}  // namespace meadow::lang
