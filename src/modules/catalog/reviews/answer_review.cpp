#include "modules/catalog/reviews/answer_review.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/catalog/reviews/store.hpp"

namespace meadow::catalog {
namespace {

ReviewView shown(WriteCtx& ctx, ReviewId id) { return view_of(ctx, {*store::find_review(ctx.tx, id)}).front(); }

}  // namespace

Result<ReviewView> answer_review(WriteCtx& ctx, const AnswerReview& in)
{
    const auto review = store::find_review(ctx.tx, in.review);
    if (!review || review->hidden) return refuse(not_found);
    TRY(require_right(ctx.tx, ctx.who, review->shop, Right::support));
    if (!store::add_reply(ctx.tx, *review, in.text, ctx.now)) return refuse(already_done, "There is a reply");
    enter_in_log(ctx, review->shop, "review_answered", text(in.review));
    return shown(ctx, in.review);
}

Result<ReviewView> follow_up_review(WriteCtx& ctx, const AnswerReview& in)
{
    const auto review = store::find_review(ctx.tx, in.review);
    if (!review || review->hidden || review->buyer != ctx.who.user) return refuse(not_found);
    if (!store::add_follow_up(ctx.tx, *review, in.text, ctx.now)) return refuse(already_done, "There is a follow-up");
    return shown(ctx, in.review);
}

}  // namespace meadow::catalog
