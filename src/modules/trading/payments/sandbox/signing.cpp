#include "modules/trading/payments/sandbox/signing.hpp"

#include "http/tokens.hpp"
#include "modules/trading/payments/refusals.hpp"

namespace meadow::trading::sandbox {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string base64url(std::string_view bytes)
{
    std::string out;
    std::uint32_t bits = 0;
    int waiting = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (waiting += 8; waiting >= 6; waiting -= 6) out.push_back(alphabet[bits >> (waiting - 6) & 63]);
    }
    if (waiting > 0) out.push_back(alphabet[bits << (6 - waiting) & 63]);
    return out;
}

std::optional<std::string> from_base64url(std::string_view text)
{
    std::string out;
    std::uint32_t bits = 0;
    int waiting = 0;
    for (const char c : text) {
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos) return {};
        bits = bits << 6 | std::uint32_t(value);
        if ((waiting += 6) < 8) continue;
        waiting -= 8;
        out.push_back(char(bits >> waiting & 255));
    }
    return out;
}

}  // namespace

std::string signature(std::string_view key, std::int64_t timestamp, std::string_view body)
{
    return http::hmac_sha256_hex(key, std::to_string(timestamp) + "\n" + std::string(body));
}

std::string signed_query(std::string_view key, Instant now, std::string_view body)
{
    const std::int64_t timestamp = now.us / 1000000;
    return "?timestamp=" + std::to_string(timestamp) + "&signature=" + signature(key, timestamp, body);
}

Done check_signed(std::string_view key, const SignedCall& call, Instant now, Duration window)
{
    if (!http::same_secret(call.signature, signature(key, call.timestamp, call.body.bytes))) return refuse(notify_forged);
    const std::int64_t second = now.us / 1000000;
    const std::int64_t seconds = window.count() / 1000000;
    if (call.timestamp < second - seconds || call.timestamp > second + seconds) return refuse(notify_stale);
    return done();
}

std::string pay_token(std::string_view key, const Charge& charge)
{
    const std::string body = base64url(to_json(charge));
    return body + "." + http::hmac_sha256_hex(key, body);
}

Result<Charge> read_pay_token(std::string_view key, std::string_view token)
{
    const std::size_t dot = token.find('.');
    if (dot == std::string_view::npos) return refuse(not_found);
    const std::string_view body = token.substr(0, dot);
    if (!http::same_secret(token.substr(dot + 1), http::hmac_sha256_hex(key, body))) return refuse(not_found);
    const auto json = from_base64url(body);
    if (!json) return refuse(not_found);
    return from_json<Charge>(*json);
}

}  // namespace meadow::trading::sandbox
