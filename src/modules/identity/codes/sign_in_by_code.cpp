#include "modules/identity/codes/sign_in_by_code.hpp"

#include "modules/identity/accounts/open_account.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/codes/use_code.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Result<OpenedSession> sign_in_by_code(WriteCtx& ctx, const SignInByCode& in)
{
    const auto contact = parse_contact(in.address);
    if (!contact) return refuse(bad_input, "", {{"/address", "must be an e-mail address or a phone number"}});
    TRY(use_code(ctx, *contact, in.code));

    auto user = store::find_by_contact(ctx.tx, *contact);
    if (!user) {
        NewAccount fresh;
        fresh.contact = *contact;
        fresh.verified = true;
        fresh.name = in.name.value_or(Name{});
        user = TRY(open_account(ctx, fresh));
    } else {
        store::verify_contact(ctx.tx, *contact, *user, ctx.now);
    }
    const auto account = store::find_account(ctx.tx, *user);
    if (!account || account->state != AccountState::active) return refuse(suspended);
    return open_session(ctx, *user, in.device.value_or(""));
}

}  // namespace meadow::identity
