#include "http/router.hpp"
#include "modules/discovery/picks/list_picks.hpp"
#include "modules/discovery/picks/pick_note.hpp"

namespace meadow::discovery {

using http::needs;
using http::Scope;

void pick_routes(http::On on)
{
    on.get("/v1/operator/picks", needs(Scope::operator_), list_picks).says("The notes the editors have chosen");
    on.put("/v1/operator/picks/{note}", needs(Scope::operator_), pick_note).may_refuse(not_found).says("Suggest a note to everybody for some hours");
    on.del("/v1/operator/picks/{note}", needs(Scope::operator_), unpick_note).says("Suggest it no longer");
}

}  // namespace meadow::discovery
