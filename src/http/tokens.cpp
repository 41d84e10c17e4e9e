#include "http/tokens.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <stdexcept>

namespace meadow::http {

std::string sha256_hex(std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (EVP_Digest(text.data(), text.size(), digest, &length, EVP_sha256(), nullptr) != 1) throw std::runtime_error("SHA-256 failed");
    std::string out;
    for (unsigned i = 0; i < length; ++i) {
        out.push_back(hex[digest[i] >> 4]);
        out.push_back(hex[digest[i] & 15]);
    }
    return out;
}

std::string csrf_proof(std::string_view session_token) { return sha256_hex("meadow csrf " + std::string(session_token)).substr(0, 32); }

bool same_secret(std::string_view a, std::string_view b) { return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0; }

std::string session_cookie_value(std::string_view token, bool secure, long max_age_seconds)
{
    std::string out(session_cookie);
    out.append("=").append(token).append("; Path=/; HttpOnly; SameSite=Lax; Max-Age=").append(std::to_string(token.empty() ? 0 : max_age_seconds));
    if (secure) out += "; Secure";
    return out;
}

}  // namespace meadow::http
