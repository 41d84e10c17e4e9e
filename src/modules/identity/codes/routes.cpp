#include "http/router.hpp"
#include "modules/identity/codes/list_letters.hpp"
#include "modules/identity/codes/send_code.hpp"
#include "modules/identity/codes/sign_in_by_code.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

using http::Limit;
using http::needs;
using http::Scope;

void code_routes(http::On on)
{
    on.post("/v1/codes", needs(Scope::anyone), send_code)
        .limited(Limit::sign_in).may_refuse(codes_too_often, unreachable).says("Send a one-time code to an e-mail address or phone number");
    on.post("/v1/sessions/code", needs(Scope::anyone), sign_in_by_code)
        .created().limited(Limit::sign_in).holds_secret().may_refuse(wrong_code, suspended)
        .says("Sign in with a one-time code; somebody new gets an account");
    on.get("/v1/mailbox", needs(Scope::anyone), list_letters).may_refuse(not_found).says("The console mailbox: letters that leave by no other way");
}

}  // namespace meadow::identity
