// What proves a session, and a one-time link: `<user id>.<43 random characters>`. The first half finds the home of the row, the second is
// the secret, of which only the SHA-256 is stored. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"

namespace meadow::identity {

struct Token {
    UserId user;
    std::string hash;          // of the secret, in hex
};
std::optional<Token> parse_token(std::string_view);

}  // namespace meadow::identity
