#include "modules/discovery/search/words/aliases.hpp"

#include <algorithm>
#include <set>

#include "text/dictionary.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t shortest_latin = 3, longest_latin = 30, shortest_chinese = 2, longest_chinese = 5;
constexpr double faithful = 0.5;       // share of a name's titles in which it stands beside the other
constexpr double goes_on = 0.8;        // a longer name is believed when it stands in this share of the shorter one's titles

struct Run {
    std::size_t begin, end;
};

bool is_letter(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_han(char32_t c) { return lang::script_of(c) == lang::Script::han; }
bool joins(char32_t c) { return c == ' ' || c == '\'' || c == '-' || c == '&' || c == '.' || c == 0x2019; }
bool parts(char32_t c) { return c == '/' || c == ' ' || c == '(' || c == ')' || c == U'·' || c == U'【' || c == U'】' || c == '|'; }

std::vector<Run> latin_runs(std::u32string_view text)
{
    std::vector<Run> out;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && (is_letter(text[end]) || (joins(text[end]) && end + 1 < text.size() && is_letter(text[end + 1])))) ++end;
        const bool number_beside = (end < text.size() && text[end] >= '0' && text[end] <= '9') || (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9');
        if (!number_beside && end - at >= shortest_latin && end - at <= longest_latin) out.push_back({at, end});
        at = end;
    }
    return out;
}

std::string utf8(std::u32string_view text)
{
    std::string out;
    for (const char32_t c : text) lang::append(out, c);
    return out;
}

}  // namespace

void Aliases::beside(const std::string& latin, std::u32string_view chinese, bool before)
{
    auto& own = pairs_[latin];
    for (std::size_t size = shortest_chinese; size <= std::min(chinese.size(), longest_chinese); ++size) {
        const std::string name = utf8(before ? chinese.substr(chinese.size() - size) : chinese.substr(0, size));
        if (counted_ >= most_counted && own.count(name) == 0) continue;
        counted_ += own[name]++ == 0 ? 1 : 0;
        ++chinese_[name];
    }
}

void Aliases::read(std::string_view title)
{
    const std::u32string text = lang::code_points(title);
    std::set<std::string> seen;
    for (const Run& run : latin_runs(text)) {
        const std::string latin = utf8(std::u32string_view(text).substr(run.begin, run.end - run.begin));
        if (!seen.insert(latin).second) continue;
        std::size_t begin = run.end;
        if (begin < text.size() && parts(text[begin])) ++begin;
        std::size_t end = begin;
        while (end < text.size() && is_han(text[end])) ++end;
        std::size_t last = run.begin;
        if (last > 0 && parts(text[last - 1])) --last;
        std::size_t first = last;
        while (first > 0 && is_han(text[first - 1])) --first;
        if (end - begin < shortest_chinese && last - first < shortest_chinese) continue;
        if (counted_ >= most_counted && latin_.count(latin) == 0) continue;
        ++latin_[latin];
        beside(latin, std::u32string_view(text).substr(begin, end - begin), false);
        beside(latin, std::u32string_view(text).substr(first, last - first), true);
    }
}

std::vector<Alias> Aliases::found() const
{
    std::vector<Alias> out;
    for (const auto& [latin, names] : pairs_) {
        const std::string* best = nullptr;
        std::uint32_t titles = 0;
        for (const auto& [name, count] : names) {
            if (count < least_titles || count < faithful * latin_.at(latin) || count < faithful * chinese_.at(name)) continue;
            const bool longer = best != nullptr && name.size() > best->size();
            const bool better = best == nullptr || (longer ? count >= goes_on * titles : count * goes_on > titles) ||
                                (name.size() == best->size() && (count != titles ? count > titles : name < *best));
            if (better) best = &name, titles = count;
        }
        if (best != nullptr) out.push_back({latin, *best, titles});
    }
    std::sort(out.begin(), out.end(), [](const Alias& a, const Alias& b) { return a.latin < b.latin; });
    return out;
}

}  // namespace meadow::discovery
