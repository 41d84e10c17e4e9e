#include "text/normalise.hpp"

#include <opencc/opencc.h>
#include <utf8proc.h>

#include <cassert>
#include <exception>
#include <unordered_map>

namespace meadow::lang {
namespace {

constexpr char32_t plane = 0x10000;
constexpr char16_t gone = 0xD800, many = 0xD801;  // surrogates never occur as values, so they can say "nothing" and "look aside"

bool is_combining_accent(char32_t c) { return c >= 0x0300 && c <= 0x036F; }

// What one code point becomes, before simplification.
std::u32string fold(char32_t c)
{
    if (script_of(c) == Script::space) return U" ";
    std::array<utf8proc_int32_t, 64> buffer;
    int last_class = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), buffer.data(), buffer.size(), options, &last_class);
    if (count < 0 || count > static_cast<utf8proc_ssize_t>(buffer.size())) return {c};
    utf8proc_ssize_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        if (!is_combining_accent(static_cast<char32_t>(buffer[static_cast<std::size_t>(i)])))
            buffer[static_cast<std::size_t>(kept++)] = buffer[static_cast<std::size_t>(i)];
    }
    // Kana with voicing marks and Hangul were taken apart above; put them together again.
    if (kept > 1)
        kept = utf8proc_normalize_utf32(buffer.data(), kept, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    std::u32string out;
    for (utf8proc_ssize_t i = 0; i < kept; ++i) out += static_cast<char32_t>(buffer[static_cast<std::size_t>(i)]);
    return out;
}

using Simpler = std::unordered_map<char32_t, char32_t>;

// Folding and simplification until nothing changes any more (compatibility forms of folded letters need a second turn).
std::u32string settle(char32_t c, const Simpler& simpler)
{
    std::u32string now{c};
    for (int turn = 0; turn < 4; ++turn) {
        std::u32string next;
        for (const char32_t part : now) {
            for (char32_t folded : fold(part)) {
                const auto it = simpler.find(folded);
                next += it == simpler.end() ? folded : it->second;
            }
        }
        if (next == now) break;
        now = std::move(next);
    }
    return now;
}

bool is_bmp_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF); }

// Every BMP Chinese character on a line of its own through OpenCC; only pairs of one character for one are kept.
Simpler simplified_characters(const std::string& config)
{
    const opencc::SimpleConverter converter(config);
    std::string lines;
    for (char32_t c = 0x3400; c <= 0xFAFF; ++c) {
        if (!is_bmp_han(c)) continue;
        append(lines, c);
        lines += '\n';
    }
    const std::string answers = converter.Convert(lines);
    Simpler pairs;
    std::size_t in = 0, out = 0;
    while (in < lines.size() && out < answers.size()) {
        const std::size_t in_end = lines.find('\n', in), out_end = answers.find('\n', out);
        if (out_end == std::string::npos) break;
        const CodePoint was = decode(lines, in), is = decode(answers, out);
        if (out + is.bytes == out_end && was.value != is.value) pairs.emplace(was.value, is.value);
        in = in_end + 1;
        out = out_end + 1;
    }
    return pairs;
}

}  // namespace

struct Normaliser::Table {
    std::array<char16_t, plane> bmp;                     // code point → code point, or `gone`, or `many`
    std::unordered_map<char32_t, std::u32string> aside;  // the few BMP code points that become several
};

Normaliser::Normaliser(const std::string& opencc_config)
{
    auto table = std::make_shared<Table>();
    Simpler simpler;
    if (!opencc_config.empty()) {
        try {
            simpler = simplified_characters(opencc_config);
            simplifies_ = !simpler.empty();
        } catch (const std::exception&) {
            simplifies_ = false;  // the data files are an optional package; the caller sees simplifies()
        }
    }
    for (char32_t c = 0; c < plane; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::u32string to = settle(c, simpler);
        if (to.empty()) {
            table->bmp[c] = gone;
        } else if (to.size() == 1 && to[0] < plane) {
            table->bmp[c] = static_cast<char16_t>(to[0]);
        } else {
            table->bmp[c] = many;
            table->aside.emplace(c, std::move(to));
        }
    }
    table_ = std::move(table);
}

// Calls emit(code point, first byte, end byte) for everything that stays, white space already collapsed.
template <class Emit>
void Normaliser::walk(std::string_view text, Emit&& emit) const
{
    bool begun = false, space_waiting = false;
    Span space;
    const auto put = [&](char32_t c, Span where) {
        if (c == ' ') {
            if (!space_waiting) space = where;
            space_waiting = true;
            return;
        }
        if (space_waiting && begun) emit(U' ', space);
        space_waiting = false;
        begun = true;
        emit(c, where);
    };
    const auto put_basic = [&](char32_t c, Span where) {  // below U+10000: one look at the table
        const char16_t to = table_->bmp[c];
        if (to == gone) return;
        if (to != many) return put(to, where);
        for (const char32_t part : table_->aside.find(c)->second) put(part, where);
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode(text, at);
        const Span where{at, at + next.bytes};
        at = where.end;
        if (next.value < plane) {
            put_basic(next.value, where);
            continue;
        }
        for (const char32_t c : settle(next.value, {})) c < plane ? put_basic(c, where) : put(c, where);
    }
}

std::string Normaliser::plain(std::string_view text) const
{
    std::string out;
    out.reserve(text.size());
    walk(text, [&](char32_t c, Span) { append(out, c); });
    return out;
}

Normalised Normaliser::mapped(std::string_view text) const
{
    assert(text.size() < UINT32_MAX);
    Normalised out;
    out.text.reserve(text.size());
    walk(text, [&](char32_t c, Span where) {
        append(out.text, c);
        out.from.resize(out.text.size(), static_cast<std::uint32_t>(where.begin));
        out.to.resize(out.text.size(), static_cast<std::uint32_t>(where.end));
    });
    out.from.push_back(static_cast<std::uint32_t>(text.size()));
    out.to.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

std::vector<PlacedPoint> Normaliser::placed(std::string_view text) const
{
    assert(text.size() < UINT32_MAX);
    std::vector<PlacedPoint> out;
    out.reserve(text.size() / 2);
    walk(text, [&](char32_t c, Span where) { out.push_back({c, static_cast<std::uint32_t>(where.begin), static_cast<std::uint32_t>(where.end)}); });
    return out;
}

Span Normalised::original(Span span) const
{
    assert(span.begin <= span.end && span.end <= text.size());
    if (span.begin == span.end) return {from[span.begin], from[span.begin]};
    return {from[span.begin], to[span.end - 1]};
}

}  // namespace meadow::lang
