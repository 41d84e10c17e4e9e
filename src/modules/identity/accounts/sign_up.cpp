#include "modules/identity/accounts/sign_up.hpp"

#include "modules/identity/accounts/open_account.hpp"
#include "modules/identity/accounts/password.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Result<PasswordHash> prepare_sign_up(ReadCtx& ctx, const SignUp& in)
{
    const auto contact = parse_contact(in.address);
    std::vector<FieldFault> faults;
    if (!contact) faults.push_back({"/address", "must be an e-mail address or a phone number"});
    if (in.handle && !well_formed_handle(*in.handle)) faults.push_back({"/handle", "may hold letters, digits and _"});
    if (!faults.empty()) return refuse(bad_input, "", std::move(faults));
    if (store::find_by_contact(ctx.tx, *contact)) return refuse(address_taken, "Sign in instead");
    return PasswordHash{hash_password(in.password)};
}

Result<OpenedSession> sign_up(WriteCtx& ctx, const SignUp& in, const PasswordHash& hash)
{
    NewAccount fresh;
    fresh.contact = *parse_contact(in.address);
    fresh.name = in.name;
    if (in.handle) fresh.handle = *in.handle;
    fresh.password_hash = hash.text;
    const UserId user = TRY(open_account(ctx, fresh));
    return open_session(ctx, user, in.device.value_or(""));
}

}  // namespace meadow::identity
