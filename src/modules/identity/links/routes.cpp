#include "http/router.hpp"
#include "modules/identity/links/first_operator.hpp"
#include "modules/identity/links/reset_password.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

using http::Limit;
using http::needs;
using http::Scope;

void link_routes(http::On on)
{
    on.post("/v1/first-operator", needs(Scope::anyone), prepare_first_operator, first_operator)
        .hashing().created().limited(Limit::sign_in).holds_secret().may_refuse(link_spent, address_taken)
        .says("Become the first operator, with the token the server printed at its first start");
    on.post("/v1/password-resets", needs(Scope::anyone), prepare_reset_password, reset_password)
        .hashing().limited(Limit::sign_in).holds_secret().may_refuse(link_spent).says("Choose a new password with a link from an operator");
}

}  // namespace meadow::identity
