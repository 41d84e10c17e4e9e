#include "base/id.hpp"

#include <array>

namespace meadow {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: no I, L, O, U
constexpr int digits = 13;                                                // 13 × 5 = 65 ≥ 63 bits

constexpr auto digits_by_character = [] {
    std::array<std::int8_t, 256> out{};
    out.fill(-1);
    const auto put = [&out](char c, int digit) {
        out[static_cast<unsigned char>(c)] = std::int8_t(digit);
        if (c >= 'A') out[static_cast<unsigned char>(c - 'A' + 'a')] = std::int8_t(digit);
    };
    for (std::size_t i = 0; i < alphabet.size(); ++i) put(alphabet[i], int(i));
    put('O', 0);
    put('I', 1);
    put('L', 1);
    return out;
}();

int digit_of(char c) { return digits_by_character[static_cast<unsigned char>(c)]; }

}  // namespace

std::string id_text(std::string_view prefix, std::int64_t value)
{
    std::string out;
    out.reserve(prefix.size() + 1 + digits);
    out.append(prefix).push_back('_');
    for (int shift = (digits - 1) * 5; shift >= 0; shift -= 5)
        out.push_back(alphabet[std::size_t(std::uint64_t(value) >> shift & 31u)]);
    return out;
}

std::optional<std::int64_t> parse_id(std::string_view prefix, std::string_view text)
{
    if (text.size() != prefix.size() + 1 + digits || !text.starts_with(prefix) || text[prefix.size()] != '_') return {};
    std::uint64_t value = 0;
    for (const char c : text.substr(prefix.size() + 1)) {
        const int digit = digit_of(c);
        if (digit < 0 || value >> 58 > 1) return {};
        value = value << 5 | std::uint64_t(digit);
    }
    if (value == 0 || value >> 63 != 0) return {};
    return std::int64_t(value);
}

}  // namespace meadow
