#include "modules/identity/sessions/sign_in.hpp"

#include "modules/identity/accounts/password.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Result<Proven> check_password(ReadCtx& ctx, const SignIn& in)
{
    const auto contact = parse_contact(in.address);
    const auto user = contact ? store::find_by_contact(ctx.tx, *contact) : std::nullopt;
    const auto hash = user ? store::find_password(ctx.tx, *user) : std::nullopt;
    if (!hash) {
        verify_nothing(in.password);
        return refuse(wrong_credentials);
    }
    if (!verify_password(*hash, in.password)) return refuse(wrong_credentials);
    return Proven{*user};
}

Result<OpenedSession> sign_in(WriteCtx& ctx, const SignIn& in, const Proven& proven)
{
    const auto account = store::find_account(ctx.tx, proven.user);
    if (!account || account->state != AccountState::active) return refuse(suspended);
    return open_session(ctx, proven.user, in.device.value_or(""));
}

}  // namespace meadow::identity
