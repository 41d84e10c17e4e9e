#include "modules/identity/codes/model.hpp"

#include "http/tokens.hpp"

namespace meadow::identity {

std::string code_hash(std::string_view salt, std::string_view code) { return http::sha256_hex(std::string(salt).append(code)); }

}  // namespace meadow::identity
