#include "modules/identity/accounts/model.hpp"

#include <algorithm>

namespace meadow::identity {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return out;
}

// One '@', something before it, a dot inside the domain, nothing exotic. Whether it exists only a letter can tell.
std::optional<Contact> parse_email(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos || text.size() > 120) return {};
    const std::string_view domain = text.substr(at + 1);
    const std::size_t dot = domain.find('.');
    if (dot == 0 || dot == std::string_view::npos || domain.back() == '.') return {};
    for (const char c : text)
        if (!is_digit(c) && !is_letter(c) && std::string_view(".@_-+%").find(c) == std::string_view::npos) return {};
    return Contact{ContactKind::email, lower(text)};
}

// E.164: at most 15 digits. A bare 11-digit number starting with 1 is a mainland Chinese mobile.
std::optional<Contact> parse_phone(std::string_view text)
{
    const bool international = text.starts_with('+');
    std::string digits;
    for (const char c : international ? text.substr(1) : text) {
        if (is_digit(c)) digits.push_back(c);
        else if (c != ' ' && c != '-' && c != '(' && c != ')') return {};
    }
    if (!international && digits.size() == 11 && digits.front() == '1') return Contact{ContactKind::phone, "+86" + digits};
    if (!international || digits.size() < 8 || digits.size() > 15) return {};
    return Contact{ContactKind::phone, "+" + digits};
}

}  // namespace

std::optional<Contact> parse_contact(std::string_view text)
{
    if (text.find('@') != std::string_view::npos) return parse_email(text);
    return parse_phone(text);
}

bool well_formed_handle(std::string_view handle)
{
    const bool good = std::all_of(handle.begin(), handle.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
    return good && !std::all_of(handle.begin(), handle.end(), is_digit);
}

std::string fold_handle(std::string_view handle) { return lower(handle); }

std::string default_handle(UserId id) { return "m" + lower(text(id).substr(UserId::prefix().size() + 4)); }

}  // namespace meadow::identity
