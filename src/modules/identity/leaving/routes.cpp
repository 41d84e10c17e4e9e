#include "http/router.hpp"
#include "modules/identity/leaving/delete_account.hpp"
#include "modules/identity/leaving/export_data.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

using http::Limit;
using http::needs;
using http::Scope;

void leaving_routes(http::On on)
{
    on.get("/v1/me/export", needs(Scope::user), export_data).slow().limited(Limit::upload).says("Everything the town keeps about me, as a file");
    // A POST, because a password belongs into a body and never into an address.
    on.post("/v1/me/deletion", needs(Scope::user), prepare_delete_account, delete_account)
        .hashing().limited(Limit::sign_in).holds_secret().may_refuse(wrong_credentials, wrong_code).says("Delete my account and my data");
}

}  // namespace meadow::identity
