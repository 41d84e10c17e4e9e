#include "text/normalise.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace meadow::lang {
namespace {

const Normaliser& normaliser()
{
    static const Normaliser one;
    return one;
}

TEST(Normalise, makes_one_form_of_what_should_be_found_as_the_same)
{
    const struct {
        const char *given, *becomes;
    } rows[] = {
        {"ＬＡＮＣÔＭＥ　粉底液", "lancome 粉底液"},
        {"Lancôme", "lancome"},
        {"Lanco\u0302me", "lancome"},
        {"ＩＰＨＯＮＥ１５", "iphone15"},
        {"口紅", "口红"},
        {"護膚 乾燥 頭髮", "护肤 干燥 头发"},
        {"  a\t\n b　 ", "a b"},
        {"Straße", "strasse"},
        {"①㎏ ﬁne", "1kg fine"},
        {"が ﾊ 가", "が ハ 가"},
        {"\u200b种\u200d草\ufe0f", "种草"},
        {"😀好", "😀好"},
        {"\xff好\xe5\x8f", "\ufffd好\ufffd\ufffd"},
        {"\U0002F863", "娱"},  // a compatibility form of 娛 beyond the basic plane
        {"", ""},
        {" \n ", ""},
    };
    for (const auto& row : rows) EXPECT_EQ(normaliser().plain(row.given), row.becomes) << row.given;
}

TEST(Normalise, remembers_where_every_byte_came_from)
{
    const std::string text = "　買ＬＶ  ﬁ包";
    const Normalised n = normaliser().mapped(text);
    ASSERT_EQ(n.text, "买lv fi包");
    const auto original = [&](std::string_view piece) {
        const std::size_t at = n.text.find(piece);
        return std::string(n.original({at, at + piece.size()}).of(text));
    };
    EXPECT_EQ(original("买"), "買");
    EXPECT_EQ(original("lv"), "ＬＶ");
    EXPECT_EQ(original("v fi"), "Ｖ  ﬁ");
    EXPECT_EQ(original("i包"), "ﬁ包");
    EXPECT_EQ(n.original({0, 0}), (Span{3, 3}));
}

TEST(Normalise, works_without_the_conversion_data_and_says_so)
{
    const Normaliser bare("no-such-config.json");
    EXPECT_FALSE(bare.simplifies());
    EXPECT_EQ(bare.plain("口紅ＡＢ"), "口紅ab");
    EXPECT_TRUE(normaliser().simplifies());
}

TEST(Normalise, is_settled_after_one_turn_and_keeps_spans_on_boundaries)
{
    EXPECT_TRUE(rc::check("normalise twice = once", [](const std::vector<std::uint32_t>& values, const std::string& bytes) {
        std::string text = bytes;
        for (const std::uint32_t v : values) {
            const char32_t c = v % 0x30000;
            if (c < 0xD800 || c > 0xDFFF) append(text, c);
        }
        const Normalised n = normaliser().mapped(text);
        RC_ASSERT(n.text == normaliser().plain(text));
        RC_ASSERT(normaliser().plain(n.text) == n.text);
        RC_ASSERT(n.from.size() == n.text.size() + 1 && n.to.size() == n.from.size());
        for (std::size_t i = 0; i < n.text.size(); ++i) {
            RC_ASSERT(is_boundary(text, n.from[i]) && is_boundary(text, n.to[i]));
            RC_ASSERT(n.from[i] < n.to[i]);
        }
    }));
}

TEST(Utf8, malformed_bytes_read_one_by_one)
{
    for (const char* bad :
         {"\x80", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xe4\xb8"}) {
        const CodePoint first = decode(bad, 0);
        EXPECT_EQ(first.value, replacement) << bad;
        EXPECT_EQ(first.bytes, 1u) << bad;
    }
    EXPECT_EQ(decode("中", 0).value, U'中');
    EXPECT_EQ(decode("😀", 0).bytes, 4u);
    EXPECT_EQ(length("a中😀\xff"), 4u);
    EXPECT_FALSE(is_boundary("中", 1));
}

TEST(Utf8, is_read_backwards_as_it_is_read_forwards)
{
    EXPECT_TRUE(rc::check("the same boundaries", [](const std::vector<std::uint32_t>& values, const std::string& bytes) {
        std::string text = bytes;
        for (const std::uint32_t v : values) append(text, v % 0xD800);
        text += bytes;
        std::vector<std::size_t> forwards, backwards;
        for (std::size_t at = 0; at < text.size(); at += decode(text, at).bytes) forwards.push_back(at);
        for (std::size_t at = text.size(); at > 0;) backwards.insert(backwards.begin(), at = step_back(text, at));
        RC_ASSERT(forwards == backwards);
    }));
}

}  // namespace
}  // namespace meadow::lang
