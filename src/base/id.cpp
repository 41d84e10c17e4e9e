#include "base/id.hpp"

namespace meadow {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: no I, L, O, U
constexpr int digits = 13;                                                // 13 × 5 = 65 ≥ 63 bits

int digit_of(char c)
{
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const auto at = alphabet.find(c);
    return at == std::string_view::npos ? -1 : int(at);
}

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
