// Session tokens as they travel: 43 characters of base64url, sent as a bearer token or in the HttpOnly cookie. Only their
// SHA-256 is stored. The CSRF proof of a cookie session is derived from its token, so it needs no storage of its own.
#pragma once
#include <string>
#include <string_view>

namespace meadow::http {

constexpr std::string_view session_cookie = "meadow_session";

std::string sha256_hex(std::string_view);
// HMAC-SHA256 in lower-case hex: for what travels signed.
std::string hmac_sha256_hex(std::string_view key, std::string_view text);
std::string csrf_proof(std::string_view session_token);
// Compares without telling by its timing where two strings differ.
bool same_secret(std::string_view a, std::string_view b);
// The Set-Cookie value; an empty token deletes the cookie.
std::string session_cookie_value(std::string_view token, bool secure, long max_age_seconds);

}  // namespace meadow::http
