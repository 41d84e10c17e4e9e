// What journeys of people who search need.
#pragma once
#include <cstdio>
#include <string>
#include <string_view>

namespace meadow::testing {

// Percent-encodes what stands outside ASCII, and what would end a query parameter.
inline std::string encoded(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        char hex[4];
        std::snprintf(hex, sizeof hex, "%%%02X", byte);
        if (byte < 0x80 && byte >= 0x20 && c != ' ' && c != '+' && c != '&' && c != '%' && c != '#') out += c;
        else out += hex;
    }
    return out;
}

}  // namespace meadow::testing
