#include "modules/identity/links/reset_password.hpp"

#include "http/tokens.hpp"
#include "modules/identity/accounts/password.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/links/store.hpp"
#include "modules/identity/refusals.hpp"
#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {

Result<PasswordHash> prepare_reset_password(ReadCtx&, const ResetPassword& in)
{
    if (!parse_token(in.token)) return refuse(link_spent);
    return PasswordHash{hash_password(in.password)};
}

Done reset_password(WriteCtx& ctx, const ResetPassword& in, const PasswordHash& hash)
{
    const auto token = parse_token(in.token);
    if (!store::spend_link(ctx.tx, token->user, LinkPurpose::reset_password, token->hash, ctx.now)) return refuse(link_spent);
    store::put_password(ctx.tx, token->user, hash.text, ctx.now);
    store::delete_other_sessions(ctx.tx, token->user, SessionId{});
    return done();
}

}  // namespace meadow::identity
