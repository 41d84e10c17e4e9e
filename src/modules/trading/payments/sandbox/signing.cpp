#include "modules/trading/payments/sandbox/signing.hpp"

#include <array>

#include "http/tokens.hpp"
#include "modules/trading/payments/store.hpp"
#include "modules/trading/payments/refusals.hpp"

namespace meadow::trading::sandbox {
namespace {

constexpr std::string_view name = "sandbox";
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

std::string secret(WriteCtx& ctx)
{
    if (auto known = store::find_gateway_key(ctx.tx, name)) return *known;
    store::insert_gateway_key(ctx.tx, name, ctx.dice.token(), ctx.now);
    return *store::find_gateway_key(ctx.tx, name);  // another process may have been first
}

std::string secret(jobs::World& world)
{
    std::optional<std::string> known;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { known = store::find_gateway_key(ctx.tx, name); });
    if (known) return *known;
    std::string made;
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        made = secret(ctx);
        return true;
    });
    return made;
}

std::string signature(std::string_view key, std::int64_t timestamp, std::string_view body)
{
    return http::hmac_sha256_hex(key, std::to_string(timestamp) + "\n" + std::string(body));
}

std::string signed_query(std::string_view key, Instant now, std::string_view body)
{
    const std::int64_t timestamp = now.us / 1000000;
    return "?timestamp=" + std::to_string(timestamp) + "&signature=" + signature(key, timestamp, body);
}

Done prove(ReadCtx& ctx, const SignedCall& call)
{
    const auto key = store::find_gateway_key(ctx.tx, name);
    if (!key || !http::same_secret(call.signature, signature(*key, call.timestamp, call.body.bytes))) return refuse(notify_forged);
    const std::int64_t now = ctx.now.us / 1000000;
    const std::int64_t window = signature_window(ctx).count() / 1000000;
    if (call.timestamp < now - window || call.timestamp > now + window) return refuse(notify_stale);
    return done();
}

std::string pay_token(std::string_view key, const Charge& charge)
{
    const std::string body = base64url(to_json(charge));
    return body + "." + http::hmac_sha256_hex(key, body);
}

Result<Charge> read_pay_token(ReadCtx& ctx, std::string_view token)
{
    const std::size_t dot = token.find('.');
    const auto key = store::find_gateway_key(ctx.tx, name);
    if (!key || dot == std::string_view::npos) return refuse(not_found);
    const std::string_view body = token.substr(0, dot);
    if (!http::same_secret(token.substr(dot + 1), http::hmac_sha256_hex(*key, body))) return refuse(not_found);
    const auto json = from_base64url(body);
    if (!json) return refuse(not_found);
    return from_json<Charge>(*json);
}

}  // namespace meadow::trading::sandbox
