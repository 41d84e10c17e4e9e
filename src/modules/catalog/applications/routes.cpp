#include "http/router.hpp"
#include "modules/catalog/applications/apply_for_store.hpp"
#include "modules/catalog/applications/decide_application.hpp"
#include "modules/catalog/applications/list_applications.hpp"
#include "modules/catalog/applications/show_application.hpp"
#include "modules/catalog/refusals.hpp"

namespace meadow::catalog {

using http::Limit;
using http::needs;
using http::Scope;

void application_routes(http::On on)
{
    on.post("/v1/store-applications", needs(Scope::user), apply_for_store)
        .created()
        .limited(Limit::write)
        .may_refuse(not_official, few_followers, already_applied, foreign_picture)
        .says("Apply for a POP store");
    on.get("/v1/me/store-application", needs(Scope::user), show_application).says("My application for a POP store, if there is one");
    on.get("/v1/store-applications", needs(Scope::operator_), list_applications)
        .says("Applications for POP stores, the longest waiting first");
    on.post("/v1/store-applications/{owner}/decision", needs(Scope::operator_), decide_application)
        .lane_by("owner")
        .may_refuse(not_found, illegal_move, stale, shop_name_taken, too_many_shops)
        .says("Open the POP store, or say why not");
}

}  // namespace meadow::catalog
