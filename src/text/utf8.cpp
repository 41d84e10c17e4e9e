#include "text/utf8.hpp"

#include <utf8proc.h>

namespace meadow::lang {

bool is_boundary(std::string_view text, std::size_t at)
{
    std::size_t step = 0;
    while (step < at && step < text.size()) step += decode(text, step).bytes;
    return step == at;
}

std::size_t step_back(std::string_view text, std::size_t at)
{
    // A byte that begins a sequence of several never stands inside another one.
    for (std::size_t bytes = 4; bytes > 1; --bytes)
        if (at >= bytes && decode(text, at - bytes).bytes == bytes) return at - bytes;
    return at - 1;
}

std::size_t length(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).bytes) ++count;
    return count;
}

Script script_of(char32_t c)
{
    if (c < 0x80) {
        if (c <= 0x20 || c == 0x7F) return Script::space;
        if (c >= '0' && c <= '9') return Script::digit;
        const char32_t lower = c | 0x20;
        return lower >= 'a' && lower <= 'z' ? Script::letter : Script::other;
    }
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3005 || c == 0x3007)
        return Script::han;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
            return c == 0xFE0F || c == 0xFE0E ? Script::other : Script::letter;  // emoji variation selectors
        case UTF8PROC_CATEGORY_ND:
            return Script::digit;
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CC:
            return Script::space;
        default:
            return Script::other;
    }
}

}  // namespace meadow::lang
