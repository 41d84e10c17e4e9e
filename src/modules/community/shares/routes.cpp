#include "http/router.hpp"
#include "modules/community/refusals.hpp"
#include "modules/community/shares/share_note.hpp"

namespace meadow::community {

using http::Limit;
using http::needs;
using http::Scope;

void share_routes(http::On on)
{
    on.post("/v1/notes/{note}/shares", needs(Scope::user), share_note)
        .lane_by("note").created().limited(Limit::write).may_refuse(not_found).says("A link to give away that says who gave it");
    on.get("/v1/shares/{token}", needs(Scope::anyone), resolve_share).may_refuse(not_found).says("What a shared link leads to, and who shared it");
    on.get("/s/{token}", needs(Scope::anyone), follow_share).may_refuse(not_found).internal().says("A shared link");
}

}  // namespace meadow::community
