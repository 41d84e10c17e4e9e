#include "base/page.hpp"

#include <charconv>

namespace meadow {

std::string cursor_text(Cursor c)
{
    char out[48];
    char* at = out;
    at = std::to_chars(at, out + sizeof out, c.first, 36).ptr;
    *at++ = '.';
    at = std::to_chars(at, out + sizeof out, c.second, 36).ptr;
    return {out, std::size_t(at - out)};
}

std::optional<Cursor> parse_cursor(std::string_view in)
{
    if (in.empty()) return Cursor{};
    const char* const end = in.data() + in.size();
    Cursor c;
    auto first = std::from_chars(in.data(), end, c.first, 36);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '.') return {};
    auto second = std::from_chars(first.ptr + 1, end, c.second, 36);
    if (second.ec != std::errc{} || second.ptr != end) return {};
    return c;
}

}  // namespace meadow
