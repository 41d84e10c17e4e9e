#include "modules/catalog/reviews/write_review.hpp"

#include "modules/catalog/events.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/reviews/store.hpp"

namespace meadow::catalog {

Result<ReviewView> write_review(WriteCtx& ctx, const WriteReview& in)
{
    const auto shop = store::home_of(ctx.tx, in.product);
    if (!shop) return refuse(not_found);
    if (!media::use(ctx.tx, ctx.who.user, in.pictures)) return refuse(foreign_picture);

    // Using the right up is the guard: of two reviews of one purchase, one is refused.
    Review review;
    review.id = ctx.new_id<ReviewId>();
    const auto sku = store::use_right(ctx.tx, *shop, in.order, in.product, ctx.who.user, review.id, ctx.now - review_window(ctx));
    if (!sku) return refuse(may_not_review);
    const auto skus = store::find_skus(ctx.tx, *shop, {*sku});
    review.shop = *shop;
    review.product = in.product;
    review.buyer = ctx.who.user;
    review.order = in.order;
    review.spec = skus.empty() ? "" : skus.front().spec;
    review.rating = in.rating;
    review.text = in.text;
    review.pictures = in.pictures;
    review.written_at = ctx.now;
    store::insert_review(ctx.tx, review);
    store::count_rating(ctx.tx, review, +1);
    ctx.tell(ReviewWritten{review.shop, review.product, review.id, review.buyer, review.rating});
    return view_of(ctx, {review}).front();
}

}  // namespace meadow::catalog
