#include "modules/identity/sessions/model.hpp"

#include "http/tokens.hpp"
#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {

std::optional<Token> parse_token(std::string_view text)
{
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos || text.size() > 100) return {};
    const auto user = parse_id(UserId::prefix(), text.substr(0, dot));
    if (!user) return {};
    return Token{UserId{*user}, http::sha256_hex(text.substr(dot + 1))};
}

OpenedSession open_session(WriteCtx& ctx, UserId user, std::string_view device)
{
    const std::string secret = ctx.dice.token();
    const Instant expires_at = ctx.now + session_length(ctx);
    const OpenedSession out{user, ctx.new_id<SessionId>(), text(user) + "." + secret, http::csrf_proof(text(user) + "." + secret), expires_at};
    store::insert_session(ctx.tx, {user, http::sha256_hex(secret), out.session, std::string(device), std::string(ctx.address), ctx.now, expires_at});
    ctx.reply.header("Set-Cookie", http::session_cookie_value(out.token, ctx.secure, session_length(ctx).count() / 1000000));
    return out;
}

}  // namespace meadow::identity
