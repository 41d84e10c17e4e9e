#include "http/router.hpp"
#include "modules/discovery/selection/show_selection.hpp"

namespace meadow::discovery {

using http::needs;
using http::Scope;

void selection_routes(http::On on)
{
    on.get("/v1/selection", needs(Scope::user), show_selection).slow().may_refuse(not_allowed)
        .says("Which products the community is warming to, with predicted growth; for creators and operators");
    on.get("/v1/selection.csv", needs(Scope::user), export_selection).slow().may_refuse(not_allowed).says("The same for spreadsheets");
}

}  // namespace meadow::discovery
