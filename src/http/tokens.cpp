#include "http/tokens.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <stdexcept>

namespace meadow::http {

namespace {

std::string hex_of(const unsigned char* bytes, std::size_t length)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < length; ++i) {
        out.push_back(hex[bytes[i] >> 4]);
        out.push_back(hex[bytes[i] & 15]);
    }
    return out;
}

}  // namespace

std::string sha256_hex(std::string_view text)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    // Looked up once: OpenSSL 3 otherwise searches its providers at every call, which takes longer than the hash.
    static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (EVP_Digest(text.data(), text.size(), digest, &length, sha256, nullptr) != 1) throw std::runtime_error("SHA-256 failed");
    return hex_of(digest, length);
}

std::string hmac_sha256_hex(std::string_view key, std::string_view text)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    std::size_t length = 0;
    if (EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.data(), key.size(), reinterpret_cast<const unsigned char*>(text.data()),
                  text.size(), digest, sizeof digest, &length) == nullptr)
        throw std::runtime_error("HMAC-SHA256 failed");
    return hex_of(digest, length);
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
