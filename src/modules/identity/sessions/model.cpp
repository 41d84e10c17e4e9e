#include "modules/identity/sessions/model.hpp"

#include "http/tokens.hpp"
#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {

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
