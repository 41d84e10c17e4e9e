#include "text/suggest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace meadow::lang {
namespace {

const Normaliser& normaliser()
{
    static const Normaliser one;
    return one;
}

TEST(Suggest, gives_the_heaviest_that_begin_like_this)
{
    const Suggest list(normaliser(),
                       {{"口红", 5}, {"口红色号", 9}, {"口罩", 7}, {"防晒霜", 100}, {"iPhone 15", 3}, {std::string(201, 'x'), 9}});
    EXPECT_EQ(list.size(), 5u);
    const auto names = [&](std::string_view prefix, std::size_t limit) {
        std::string out;
        for (const Phrase& p : list.complete(prefix, limit)) out += p.text + "|";
        return out;
    };
    EXPECT_EQ(names("口", 10), "口红色号|口罩|口红|");
    EXPECT_EQ(names("口红", 1), "口红色号|");
    EXPECT_EQ(names("ＩＰＨ", 10), "iPhone 15|");
    EXPECT_EQ(names("", 2), "防晒霜|口红色号|");
    EXPECT_EQ(names("香水", 10), "");
}

TEST(Suggest, makes_one_of_spellings_that_are_the_same)
{
    const Suggest list(normaliser(), {{"lancome", 2}, {"Lancôme", 5}});
    const auto found = list.complete("lan", 10);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].text, "Lancôme");
    EXPECT_EQ(found[0].weight, 7u);
}

TEST(Suggest, agrees_with_looking_at_every_phrase)
{
    EXPECT_TRUE(rc::check("oracle", [](const std::vector<std::pair<std::uint8_t, std::uint16_t>>& rows, std::uint8_t pick) {
        std::vector<Phrase> phrases;
        std::vector<std::pair<std::string, std::uint32_t>> kept;
        for (const auto& [name, weight] : rows) {
            const std::string text{static_cast<char>('a' + name % 3), static_cast<char>('a' + name / 3 % 5)};
            phrases.push_back({text, weight});
            const auto it = std::find_if(kept.begin(), kept.end(), [&](const auto& k) { return k.first == text; });
            if (it == kept.end())
                kept.emplace_back(text, weight);
            else
                it->second += weight;
        }
        const std::string prefix(1, static_cast<char>('a' + pick % 3));
        std::erase_if(kept, [&](const auto& k) { return !k.first.starts_with(prefix); });
        std::sort(kept.begin(), kept.end(),
                  [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
        if (kept.size() > 3) kept.resize(3);
        const auto found = Suggest(normaliser(), phrases).complete(prefix, 3);
        RC_ASSERT(found.size() == kept.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            RC_ASSERT(found[i].text == kept[i].first && found[i].weight == kept[i].second);
    }));
}

TEST(Suggest, chinese_begins_like_its_pinyin_and_initials)
{
    const Suggest suggest(normaliser(), {{"口红", 9}, {"口罩", 5}, {"扣红", 1}, {"kohl", 3}});
    const auto texts = [&](std::string_view prefix) {
        std::vector<std::string> out;
        for (const Phrase& phrase : suggest.complete(prefix, 10)) out.push_back(phrase.text);
        return out;
    };
    EXPECT_EQ(texts("kouh"), (std::vector<std::string>{"口红", "扣红"}));
    EXPECT_EQ(texts("k"), (std::vector<std::string>{"口红", "口罩", "kohl", "扣红"}));
    EXPECT_EQ(texts("kz"), (std::vector<std::string>{"口罩"}));
    EXPECT_EQ(suggest.size(), 4u);
}

}  // namespace
}  // namespace meadow::lang
