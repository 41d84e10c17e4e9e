#include "http/router.hpp"
#include "modules/catalog/goods_review/decide_proposal.hpp"
#include "modules/catalog/goods_review/list_review_queue.hpp"
#include "modules/catalog/goods_review/show_proposal.hpp"
#include "modules/catalog/refusals.hpp"

namespace meadow::catalog {

using http::needs;
using http::Scope;

void goods_review_routes(http::On on)
{
    on.get("/v1/review/products", needs(Scope::operator_), list_review_queue)
        .says("Goods that wait for review, the longest waiting first");
    on.get("/v1/review/products/{product}", needs(Scope::operator_), show_proposal)
        .may_refuse(not_found)
        .says("What is proposed, side by side with what is on sale");
    on.post("/v1/review/products/{product}/approval", needs(Scope::operator_), approve_proposal)
        .may_refuse(not_found, stale)
        .says("Put it on sale");
    on.post("/v1/review/products/{product}/rejection", needs(Scope::operator_), reject_proposal)
        .may_refuse(not_found, stale)
        .says("Send it back with a reason");
}

}  // namespace meadow::catalog
