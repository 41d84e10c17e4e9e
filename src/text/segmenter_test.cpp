#include "text/segmenter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace meadow::lang {
namespace {

const Segmenter& segmenter()
{
    static const Segmenter one = Segmenter::built_in();
    return one;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& w : words) out += (out.empty() ? "" : "|") + w;
    return out;
}

std::string terms_of(const Segmented& cut, TermKind kind)
{
    std::vector<std::string> out;
    for (const Term& term : cut.terms) {
        if (term.kind == kind) out.emplace_back(cut.text_of(term));
    }
    return joined(out);
}

TEST(Segmenter, cuts_what_shoppers_write)
{
    const struct {
        const char *text, *words;
    } rows[] = {
        {"这个口红真的很好看", "这个|口红|真的|很|好看"},
        {"敏感肌可以用的防晒霜推荐", "敏感肌|可以|用|的|防晒霜|推荐"},
        {"法式复古连衣裙显瘦", "法式|复古|连衣裙|显瘦"},
        {"iPhone15手机壳", "iphone15|手机壳"},
        {"50ml 精华液2瓶", "50ml|精华液|2|瓶"},
        {"1.5L保温杯", "1.5l|保温杯"},
        {"SK-II神仙水", "sk|ii|神|仙|水"},
        {"L'OREAL欧莱雅", "l|oreal|欧莱雅"},
        {"護膚品，化妝水！", "护肤品|化妆水"},
        {"空气炸锅😀电饭煲", "空气炸锅|电饭煲"},
        {"", ""},
        {"……！", ""},
    };
    for (const auto& row : rows) EXPECT_EQ(joined(segmenter().words(row.text)), row.words) << row.text;
}

TEST(Segmenter, documents_also_get_the_bigrams_that_are_not_words)
{
    const Segmented cut = segmenter().terms("买连衣裙和口红");
    EXPECT_EQ(terms_of(cut, TermKind::word), "买|连衣裙|和|口红");
    EXPECT_EQ(terms_of(cut, TermKind::bigram), "买连|连衣|衣裙|裙和|和口");
}

TEST(Segmenter, mixed_runs_are_found_whole_and_in_parts)
{
    EXPECT_EQ(terms_of(segmenter().terms("iphone15"), TermKind::part), "iphone|15");
    EXPECT_EQ(terms_of(segmenter().terms("a1b2c3d4e5"), TermKind::part), "");
    const Segmented brand = segmenter().terms("SK-II"), glued = segmenter().terms("skii");
    ASSERT_EQ(brand.terms.back().kind, TermKind::part);
    EXPECT_EQ(brand.key_of(brand.terms.back()), glued.key_of(glued.terms.front()));
}

TEST(Segmenter, spans_lead_back_to_what_was_written)
{
    const std::string text = "真的　ＩＰＨＯＮＥ！連衣裙";
    const Segmented cut = segmenter().terms(text);
    std::vector<std::string> words;
    for (const Term& term : cut.terms) {
        if (term.kind == TermKind::word) words.emplace_back(cut.text.original(term.where).of(text));
    }
    EXPECT_EQ(joined(words), "真的|ＩＰＨＯＮＥ|連衣裙");
}

TEST(Dictionary, reads_the_common_format_and_skips_what_is_not_of_it)
{
    const Normaliser normaliser;
    std::istringstream in("口红 12 n\n坏行\n坏数 x\n負數 -3\nＡ字裙 5\n\n空 0\n" + std::string(2000, 'x') + " 4\n");
    const auto words = read_words(in, normaliser);
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(words[0].word, U"口红");
    EXPECT_EQ(words[1].word, U"a字裙");
}

TEST(Dictionary, knows_its_words_and_no_others)
{
    const Dictionary d({{U"口红", 5}, {U"口", 1}, {U"口红盒", 2}, {U"口红", 50}, {U"𠮷野家", 3}});
    EXPECT_EQ(d.size(), 4u);
    EXPECT_TRUE(d.contains(U"口红盒"));
    EXPECT_TRUE(d.contains(U"𠮷野家"));
    EXPECT_FALSE(d.contains(U"口红盒子"));
    EXPECT_FALSE(d.contains(U"红"));
    EXPECT_FALSE(d.contains(U"𠮷"));
    std::vector<std::size_t> lengths;
    std::vector<float> costs;
    d.each_prefix(U"口红盒子", [&](std::size_t length, float cost) {
        lengths.push_back(length);
        costs.push_back(cost);
    });
    EXPECT_EQ(lengths, (std::vector<std::size_t>{1, 2, 3}));
    EXPECT_LT(costs[1], costs[0]);  // the greater of the two counts stayed
}

TEST(Dictionary, an_outside_file_adds_to_the_own_words)
{
    const Normaliser normaliser;
    const auto path = std::filesystem::path(testing::TempDir()) / "meadow_words.txt";
    std::ofstream(path) << "神仙水 100000 n\n";
    const auto dictionary = std::make_shared<Dictionary>(Dictionary::with_file(normaliser, path));
    std::filesystem::remove(path);
    const Segmenter with(normaliser, dictionary);
    EXPECT_EQ(joined(with.words("SK-II神仙水口红")), "sk|ii|神仙水|口红");
    EXPECT_THROW(Dictionary::with_file(normaliser, path), std::runtime_error);
}

}  // namespace
}  // namespace meadow::lang
