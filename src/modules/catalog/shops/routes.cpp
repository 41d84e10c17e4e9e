#include "http/router.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/edit_shop.hpp"
#include "modules/catalog/shops/list_shop_moves.hpp"
#include "modules/catalog/shops/move_shop.hpp"
#include "modules/catalog/shops/open_shop.hpp"
#include "modules/catalog/shops/show_shop.hpp"
#include "modules/catalog/shops/unfurl_shop.hpp"

namespace meadow::catalog {

using http::Limit;
using http::needs;
using http::Scope;

void shop_routes(http::On on)
{
    on.post("/v1/shops", needs(Scope::user), open_shop)
        .created()
        .limited(Limit::write)
        .may_refuse(shop_name_taken, too_many_shops, foreign_picture)
        .says("Open a light shop");
    on.get("/v1/shops/{shop}", needs(Scope::anyone), show_shop).may_refuse(not_found).cache("public, max-age=5").says("A shop");
    on.get("/shops/{shop}", needs(Scope::anyone), unfurl_shop)
        .internal().sessionless().cache("no-cache").says("The app's page at a shop, with the head that links unfurl by");
    on.patch("/v1/shops/{shop}", needs(Scope::user), edit_shop)
        .lane_by("shop")
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, shop_name_taken, foreign_picture)
        .says("Change a shop's profile");
    on.put("/v1/shops/{shop}/state", needs(Scope::user), change_shop_state)
        .lane_by("shop")
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, illegal_move, stale)
        .says("Pause the shop, open it again, or close it for good");
    on.put("/v1/shops/{shop}/ruling", needs(Scope::operator_), rule_on_shop)
        .lane_by("shop")
        .may_refuse(not_found, illegal_move, stale)
        .says("Freeze a shop, let it go on, or close it");
    on.get("/v1/shops/{shop}/moves", needs(Scope::user), list_shop_moves)
        .may_refuse(not_found, not_allowed)
        .says("The shop's states, the latest first");
}

}  // namespace meadow::catalog
