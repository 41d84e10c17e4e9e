// UTF-8 by code points. Text from outside may be malformed: every byte that does not start a well-formed sequence (RFC 3629:
// no overlong forms, no surrogates, nothing above U+10FFFF) reads as one U+FFFD of length 1, so stepping always ends, loses no
// byte, and the starts of the steps are what this folder calls code point boundaries.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace meadow::lang {

// Bytes [begin, end) of some text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    friend bool operator==(const Span&, const Span&) = default;
};

struct CodePoint {
    char32_t value;
    unsigned bytes;  // 1…4, how much of the input it took
};

inline constexpr char32_t replacement = 0xFFFD;

// The code point at `at` < text.size().
inline CodePoint decode(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto trail = [&](std::size_t i) { return (byte(at + i) & 0xC0u) == 0x80u; };
    const unsigned lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead < 0xE0 && trail(1)) return {(lead & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu), 2};
    if (lead >= 0xE0 && lead < 0xF0 && trail(1) && trail(2)) {
        const char32_t value = (lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
        if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
    }
    if (lead >= 0xF0 && lead < 0xF5 && trail(1) && trail(2) && trail(3)) {
        const char32_t value =
            (lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 | (byte(at + 2) & 0x3Fu) << 6 | (byte(at + 3) & 0x3Fu);
        if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
    }
    return {replacement, 1};
}

// Appends a scalar value (not a surrogate, ≤ U+10FFFF).
inline void append(std::string& out, char32_t value)
{
    if (value < 0x80) {
        out += static_cast<char>(value);
    } else if (value < 0x800) {
        out += static_cast<char>(0xC0 | value >> 6);
        out += static_cast<char>(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        out += static_cast<char>(0xE0 | value >> 12);
        out += static_cast<char>(0x80 | (value >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (value & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | value >> 18);
        out += static_cast<char>(0x80 | (value >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (value >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (value & 0x3F));
    }
}

// Is `at` where a step of decode() from the start of `text` begins, or its end?
bool is_boundary(std::string_view text, std::size_t at);

// Where the step of decode() begins that ends at `at`, which is a boundary behind the first.
std::size_t step_back(std::string_view text, std::size_t at);

// How many code points.
std::size_t length(std::string_view text);

// What a code point is to segmentation and to #topics and @names.
enum class Script : std::uint8_t {
    other,   // punctuation, symbols, emoji, marks that stand alone
    space,   // white space and control characters
    han,     // Chinese characters, also 〇 々 and the compatibility block
    letter,  // letters of every other script, and marks, so that a word keeps its accents
    digit,   // decimal digits
};
Script script_of(char32_t value);

}  // namespace meadow::lang
