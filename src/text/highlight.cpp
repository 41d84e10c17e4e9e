#include "text/highlight.hpp"

#include <algorithm>

#include "text/dictionary.hpp"

namespace meadow::lang {
namespace {

std::vector<std::u32string> wanted_by(const Query& query)
{
    std::vector<std::u32string> out;
    for (const Query::Key& key : query.keys)
        if (!key.text.empty()) out.push_back(code_points(key.text));
    const auto lone = [](const std::u32string& word) { return word.size() == 1 && script_of(word.front()) == Script::han; };
    if (!std::all_of(out.begin(), out.end(), lone)) std::erase_if(out, lone);
    return out;
}

// Where letters or digits begin or end: a neighbour of the same kind belongs to them.
bool whole(const std::vector<PlacedPoint>& text, std::size_t begin, std::size_t end)
{
    const auto same = [&](std::size_t a, std::size_t b) {
        const Script script = script_of(text[a].value);
        return (script == Script::letter || script == Script::digit) && script == script_of(text[b].value);
    };
    return (begin == 0 || !same(begin - 1, begin)) && (end == text.size() || !same(end - 1, end));
}

}  // namespace

Highlighter::Highlighter(const Normaliser& normaliser, const Query& query) : normaliser_(normaliser), wanted_(wanted_by(query))
{
    for (const std::u32string& word : wanted_) begins_[word.front() & 255u] = true;
}

std::vector<Span> Highlighter::in(std::string_view text) const
{
    const std::vector<PlacedPoint> points = normaliser_.placed(text);
    std::vector<Span> out;
    for (std::size_t at = 0; at < points.size(); ++at) {
        if (!begins_[points[at].value & 255u]) continue;
        std::size_t longest = 0;
        for (const std::u32string& word : wanted_) {
            if (word.size() <= longest || word.size() > points.size() - at) continue;
            const bool here = std::equal(word.begin(), word.end(), points.begin() + static_cast<std::ptrdiff_t>(at),
                                         [](char32_t c, const PlacedPoint& p) { return c == p.value; });
            if (here && whole(points, at, at + word.size())) longest = word.size();
        }
        if (longest == 0) continue;
        const Span span{points[at].begin, points[at + longest - 1].end};
        if (!out.empty() && span.begin <= out.back().end) out.back().end = std::max(out.back().end, span.end);
        else out.push_back(span);
    }
    return out;
}

std::vector<Span> highlight(const Normaliser& normaliser, std::string_view text, const Query& query) { return Highlighter(normaliser, query).in(text); }

}  // namespace meadow::lang
