#include "http/router.hpp"
#include "modules/identity/refusals.hpp"
#include "modules/identity/sessions/list_sessions.hpp"
#include "modules/identity/sessions/revoke_session.hpp"
#include "modules/identity/sessions/show_session.hpp"
#include "modules/identity/sessions/sign_in.hpp"

namespace meadow::identity {

using http::Limit;
using http::needs;
using http::Scope;

void session_routes(http::On on)
{
    on.post("/v1/sessions", needs(Scope::anyone), check_password, sign_in)
        .hashing().created().limited(Limit::sign_in).holds_secret().may_refuse(wrong_credentials, suspended)
        .says("Sign in with a password");
    on.get("/v1/session", needs(Scope::anyone), show_session).says("Who am I?");
    on.del("/v1/session", needs(Scope::user), sign_out).says("Sign out here");
    on.get("/v1/sessions", needs(Scope::user), list_sessions).says("Where am I signed in?");
    on.del("/v1/sessions", needs(Scope::user), sign_out_elsewhere).says("Sign out everywhere else");
    on.del("/v1/sessions/{session}", needs(Scope::user), revoke_session).may_refuse(not_found).says("End one of my sessions");
}

}  // namespace meadow::identity
