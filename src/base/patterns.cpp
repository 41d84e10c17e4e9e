#include "base/patterns.hpp"

namespace meadow {

std::string like_pattern(std::string_view words)
{
    std::string out = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '!') out += '!';
        out += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return out + "%";
}

}  // namespace meadow
