#include "http/router.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/reviews/answer_review.hpp"
#include "modules/catalog/reviews/list_reviews.hpp"
#include "modules/catalog/reviews/list_shop_reviews.hpp"
#include "modules/catalog/reviews/write_review.hpp"

namespace meadow::catalog {

using http::Limit;
using http::needs;
using http::Scope;

void review_routes(http::On on)
{
    on.get("/v1/products/{product}/reviews", needs(Scope::anyone), list_reviews)
        .may_refuse(not_found)
        .says("What buyers say of a product, the newest first");
    on.post("/v1/products/{product}/reviews", needs(Scope::user), write_review)
        .created()
        .limited(Limit::write)
        .may_refuse(not_found, may_not_review, foreign_picture)
        .says("Review what I bought and received");
    on.get("/v1/shops/{shop}/reviews", needs(Scope::user), list_shop_reviews)
        .may_refuse(not_found, not_allowed)
        .says("What buyers say of all a shop sells, for its staff, the newest first");
    on.put("/v1/reviews/{review}/follow-up", needs(Scope::user), follow_up_review)
        .limited(Limit::write)
        .may_refuse(not_found, already_done)
        .says("Add to my review, once");
    on.put("/v1/reviews/{review}/reply", needs(Scope::user), answer_review)
        .limited(Limit::write)
        .may_refuse(not_found, not_allowed, already_done)
        .says("Answer a review for the shop, once");
}

}  // namespace meadow::catalog
