#include "http/html.hpp"

namespace meadow::http {

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out.push_back(c);
        }
    }
    return out;
}

std::string excerpt(std::string_view text, std::size_t most)
{
    std::string out;
    std::size_t points = 0;
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) ++end;
        const std::string_view point = text.substr(i, end - i);
        i = end;
        if (point == " " || point == "\n" || point == "\t" || point == "\r") {
            gap = !out.empty();
            continue;
        }
        if (points + (gap ? 1 : 0) + 1 > most) return out + "…";
        if (gap) out.push_back(' '), ++points;
        gap = false;
        out += point;
        ++points;
    }
    return out;
}

}  // namespace meadow::http
