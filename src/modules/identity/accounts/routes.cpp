#include "http/router.hpp"
#include "modules/identity/accounts/change_password.hpp"
#include "modules/identity/accounts/edit_profile.hpp"
#include "modules/identity/accounts/show_person.hpp"
#include "modules/identity/accounts/sign_up.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

using http::Limit;
using http::needs;
using http::Scope;

void account_routes(http::On on)
{
    on.post("/v1/accounts", needs(Scope::anyone), prepare_sign_up, sign_up)
        .hashing().created().limited(Limit::sign_in).holds_secret().may_refuse(address_taken, handle_taken)
        .says("Open an account and sign in");
    on.get("/v1/me", needs(Scope::user), show_me).says("My profile");
    on.patch("/v1/me", needs(Scope::user), edit_profile).limited(Limit::write).says("Change my profile");
    on.put("/v1/me/password", needs(Scope::user), prepare_change_password, change_password)
        .hashing().limited(Limit::sign_in).holds_secret().may_refuse(wrong_credentials, wrong_code).says("Change my password; signs out elsewhere");
    on.get("/v1/users/{user}", needs(Scope::anyone), show_person).may_refuse(not_found).cache("public, max-age=5").says("A person's profile");
    on.get("/v1/handles/{handle}", needs(Scope::anyone), find_person).may_refuse(not_found).says("The person with this handle");
}

}  // namespace meadow::identity
