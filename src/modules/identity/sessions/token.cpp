#include "modules/identity/sessions/token.hpp"

#include "http/tokens.hpp"

namespace meadow::identity {

std::optional<Token> parse_token(std::string_view text)
{
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos || text.size() > 100) return {};
    const auto user = parse_id(UserId::prefix(), text.substr(0, dot));
    if (!user) return {};
    return Token{UserId{*user}, http::sha256_hex(text.substr(dot + 1))};
}

}  // namespace meadow::identity
