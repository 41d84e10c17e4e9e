#include "modules/discovery/search/highlights.hpp"

#include "text/utf8.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t before = 12, length = 60;  // code points

// The byte `count` code points further on, or the end.
std::size_t forward(std::string_view text, std::size_t at, std::size_t count)
{
    for (; count > 0 && at < text.size(); --count) at += lang::decode(text, at).bytes;
    return at;
}

std::size_t backward(std::string_view text, std::size_t at, std::size_t count)
{
    for (; count > 0 && at > 0; --count) at = lang::step_back(text, at);
    return at;
}

std::vector<Highlight> in_utf16(std::string_view text, const std::vector<lang::Span>& spans)
{
    std::vector<Highlight> out;
    std::size_t at = 0;
    std::int64_t units = 0;
    const auto walk_to = [&](std::size_t end) {
        while (at < end) {
            const lang::CodePoint c = lang::decode(text, at);
            units += c.value > 0xFFFF ? 2 : 1;
            at += c.bytes;
        }
        return units;
    };
    for (const lang::Span& span : spans) {
        const std::int64_t begin = walk_to(span.begin);
        out.push_back({begin, walk_to(span.end)});
    }
    return out;
}

}  // namespace

std::vector<Highlight> highlights(const lang::Normaliser& normaliser, std::string_view text, const lang::Query& query)
{
    return in_utf16(text, lang::highlight(normaliser, text, query));
}

std::vector<Highlight> highlights(const lang::Highlighter& highlighter, std::string_view text) { return in_utf16(text, highlighter.in(text)); }

Excerpt excerpt(const lang::Highlighter& highlighter, std::string_view text)
{
    const auto spans = highlighter.in(text);
    if (spans.empty()) return {};
    const std::size_t begin = backward(text, spans.front().begin, before), end = forward(text, begin, length);
    std::vector<lang::Span> inside;
    for (const lang::Span& span : spans)
        if (span.end <= end) inside.push_back({span.begin - begin, span.end - begin});
    const std::string_view piece = text.substr(begin, end - begin);
    return {std::string(piece), in_utf16(piece, inside)};
}

}  // namespace meadow::discovery
