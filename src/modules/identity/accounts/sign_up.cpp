#include "modules/identity/accounts/sign_up.hpp"

#include "modules/identity/accounts/password.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Result<PasswordHash> prepare_sign_up(ReadCtx& ctx, const SignUp& in)
{
    const auto contact = parse_contact(in.address);
    if (!contact) return refuse(bad_input, "", {{"/address", "must be an e-mail address or a phone number"}});
    if (in.handle && !well_formed_handle(*in.handle)) return refuse(bad_input, "", {{"/handle", "may hold letters, digits and _"}});
    if (store::find_by_contact(ctx.tx, *contact)) return refuse(address_taken, "Sign in instead");
    return PasswordHash{hash_password(in.password)};
}

Result<OpenedSession> sign_up(WriteCtx& ctx, const SignUp& in, const PasswordHash& hash)
{
    const UserId user = ctx.new_id<UserId>();
    const std::string handle = in.handle ? std::string(*in.handle) : default_handle(user);

    // The keys are the guards: of two people who take the same address or handle at once, one is refused.
    if (!store::claim_contact(ctx.tx, *parse_contact(in.address), user)) return refuse(address_taken, "Sign in instead");
    if (!store::claim_handle(ctx.tx, fold_handle(handle), user)) return refuse(handle_taken);

    Account account;
    account.id = user;
    account.handle = handle;
    account.name = in.name;
    account.joined_at = ctx.now;
    store::insert_account(ctx.tx, account);
    store::put_password(ctx.tx, user, hash.text, ctx.now);
    ctx.tell(AccountOpened{user, ctx.now});
    return open_session(ctx, user, in.device.value_or(""));
}

}  // namespace meadow::identity
