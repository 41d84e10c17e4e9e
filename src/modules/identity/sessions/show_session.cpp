#include "modules/identity/sessions/show_session.hpp"

#include "http/tokens.hpp"

namespace meadow::identity {

Result<CurrentSession> show_session(ReadCtx& ctx, const Nothing&)
{
    CurrentSession out;
    if (!ctx.who.signed_in()) return out;
    out.user = ctx.who.user;
    out.session = ctx.who.session;
    out.csrf = http::csrf_proof(ctx.token);
    for (const Role role : {Role::creator, Role::moderator, Role::operator_})
        if (ctx.who.is(role)) out.roles.push_back(role);
    return out;
}

}  // namespace meadow::identity
