#include "modules/identity/accounts/proof.hpp"

#include "modules/identity/accounts/password.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/codes/use_code.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Done check_own_password(ReadCtx& ctx, const Proof& proof)
{
    if (!proof.password) return done();
    const auto hash = store::find_password(ctx.tx, ctx.who.user);
    if (!hash || !verify_password(*hash, *proof.password)) return refuse(wrong_credentials);
    return done();
}

Done require_proof(WriteCtx& ctx, const Proof& proof)
{
    if (proof.password) return done();
    const auto contact = parse_contact(proof.address.value_or(""));
    if (!contact || !proof.code) return refuse(bad_input, "Give your password, or one of your addresses and the code sent to it");
    if (store::find_by_contact(ctx.tx, *contact) != ctx.who.user) return refuse(wrong_code);
    return use_code(ctx, *contact, *proof.code);
}

}  // namespace meadow::identity
