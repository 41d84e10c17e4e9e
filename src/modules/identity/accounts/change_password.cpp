#include "modules/identity/accounts/change_password.hpp"

#include "modules/identity/accounts/password.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {

Result<PasswordHash> prepare_change_password(ReadCtx& ctx, const ChangePassword& in)
{
    TRY(check_own_password(ctx, in.proof));
    return PasswordHash{hash_password(in.fresh)};
}

Done change_password(WriteCtx& ctx, const ChangePassword& in, const PasswordHash& hash)
{
    TRY(require_proof(ctx, in.proof));
    store::put_password(ctx.tx, ctx.who.user, hash.text, ctx.now);
    store::delete_other_sessions(ctx.tx, ctx.who.user, ctx.who.session);
    return done();
}

}  // namespace meadow::identity
