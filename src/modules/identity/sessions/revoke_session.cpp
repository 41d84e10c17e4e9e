#include "modules/identity/sessions/revoke_session.hpp"

#include "http/tokens.hpp"
#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {

Done revoke_session(WriteCtx& ctx, const RevokeSession& in)
{
    if (!store::delete_session(ctx.tx, ctx.who.user, in.session)) return refuse(not_found);
    return done();
}

Done sign_out(WriteCtx& ctx, const Nothing&)
{
    store::delete_session(ctx.tx, ctx.who.user, ctx.who.session);
    ctx.reply.header("Set-Cookie", http::session_cookie_value("", ctx.secure, 0));
    return done();
}

Done sign_out_elsewhere(WriteCtx& ctx, const Nothing&)
{
    store::delete_other_sessions(ctx.tx, ctx.who.user, ctx.who.session);
    return done();
}

}  // namespace meadow::identity
