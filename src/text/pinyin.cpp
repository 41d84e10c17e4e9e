#include "text/pinyin.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/pinyin_table.hpp"
#include "text/utf8.hpp"

namespace meadow::lang {
namespace {

constexpr std::size_t most_spellings = 4;

// Characters whose other reading is common in names and goods, and those the table reads in the rarer way.
constexpr std::pair<char32_t, std::string_view> second_readings[] = {
    {U'长', "chang"}, {U'重', "zhong"}, {U'乐', "yue"}, {U'行', "hang"}, {U'单', "shan"}, {U'朝', "zhao"}, {U'调', "diao"},
    {U'薄', "bo"},    {U'藏', "zang"},  {U'曾', "ceng"}, {U'传', "zhuan"}, {U'都', "du"},  {U'佛', "fo"},   {U'盛', "cheng"},
    {U'石', "shi"},   {U'弹', "tan"},   {U'提', "ti"},   {U'系', "xi"},    {U'血', "xue"}, {U'药', "yao"},  {U'走', "zou"},
    {U'色', "shai"},  {U'壳', "qiao"},  {U'降', "xiang"}, {U'卡', "qia"},  {U'参', "shen"}, {U'还', "huan"}, {U'角', "jue"},
};

std::string_view second_reading_of(char32_t c)
{
    const auto found = std::find_if(std::begin(second_readings), std::end(second_readings), [&](const auto& pair) { return pair.first == c; });
    return found == std::end(second_readings) ? std::string_view{} : found->second;
}

void add(Spelling& spelling, std::string_view reading)
{
    spelling.full += reading;
    spelling.initials += reading.front();
}

}  // namespace

std::string_view reading_of(char32_t c) { return c < pinyin_first || c > pinyin_last ? "" : pinyin_syllables[pinyin_of_han[c - pinyin_first]]; }

std::vector<Spelling> spellings_of(std::string_view normalised)
{
    std::vector<Spelling> out(1);
    bool chinese = false;
    for (std::size_t at = 0; at < normalised.size();) {
        const CodePoint next = decode(normalised, at);
        at += next.bytes;
        if (next.value < 0x80) {
            const Script script = script_of(next.value);
            if (script != Script::letter && script != Script::digit) continue;
            for (Spelling& s : out) {
                s.full += static_cast<char>(next.value);
                s.initials += static_cast<char>(next.value);
            }
            continue;
        }
        const std::string_view first = reading_of(next.value);
        if (first.empty()) continue;
        chinese = true;
        const std::string_view second = second_reading_of(next.value);
        if (!second.empty() && second != first && out.size() * 2 <= most_spellings) {
            const std::size_t before = out.size();
            for (std::size_t i = 0; i < before; ++i) {
                out.push_back(out[i]);
                add(out.back(), second);
            }
            for (std::size_t i = 0; i < before; ++i) add(out[i], first);
        } else {
            for (Spelling& s : out) add(s, first);
        }
    }
    if (!chinese) out.clear();
    return out;
}

std::string as_typed(std::string_view normalised)
{
    std::string out;
    for (const char c : normalised)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c == 'v' ? 'u' : c;
    return out;
}

}  // namespace meadow::lang
