#include "http/fields.hpp"

namespace meadow::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string_view strong(std::string_view etag)
{
    if (etag.substr(0, 2) == "W/") etag.remove_prefix(2);
    return etag;
}

}  // namespace

bool same_token(std::string_view a, std::string_view b)
{
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

std::string_view trim(std::string_view text)
{
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view next_item(std::string_view& list)
{
    while (!list.empty()) {
        const auto comma = list.find(',');
        const auto item = trim(list.substr(0, comma));
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
        if (!item.empty()) return item;
    }
    return {};
}

bool names_etag(std::string_view list, std::string_view etag)
{
    // A comma may stand inside the quotes of a tag, so the list is read tag by tag.
    list = trim(list);
    if (list == "*") return true;
    while (!list.empty()) {
        const auto open = list.find('"');
        if (open == std::string_view::npos) return false;
        const auto close = list.find('"', open + 1);
        if (close == std::string_view::npos) return false;
        if (list.substr(open, close + 1 - open) == strong(etag)) return true;
        list.remove_prefix(close + 1);
    }
    return false;
}

}  // namespace meadow::http
