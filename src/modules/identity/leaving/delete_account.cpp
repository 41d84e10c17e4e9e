#include "modules/identity/leaving/delete_account.hpp"

#include "http/tokens.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/blocks/store.hpp"
#include "modules/identity/codes/store.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {

Done prepare_delete_account(ReadCtx& ctx, const Proof& proof) { return check_own_password(ctx, proof); }

Done delete_account(WriteCtx& ctx, const Proof& proof, const Nothing&)
{
    TRY(require_proof(ctx, proof));
    const UserId me = ctx.who.user;
    const auto account = store::find_account(ctx.tx, me);
    if (!account) return refuse(not_found);
    for (const auto& contact : store::contacts_of(ctx.tx, me)) store::forget_letters_to(ctx.tx, {contact.kind, contact.address});
    if (!store::erase_account(ctx.tx, me, fold_handle(account->handle))) return done();
    store::delete_other_sessions(ctx.tx, me, SessionId{});
    store::delete_blocks_of(ctx.tx, me);
    ctx.tell(AccountDeleted{me, ctx.now});
    ctx.reply.header("Set-Cookie", http::session_cookie_value("", ctx.secure, 0));
    return done();
}

}  // namespace meadow::identity
