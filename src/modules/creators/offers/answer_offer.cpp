#include "modules/creators/offers/answer_offer.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/creators/offers/store.hpp"
#include "modules/creators/refusals.hpp"

namespace meadow::creators {
namespace {

Done move(WriteCtx& ctx, RateOffer offer, OfferState to)
{
    const OfferState from = offer.state;
    if (!may_move(from, to)) return refuse(offer_moved, "It is " + name_of(from));
    offer.state = to;
    offer.changed_at = ctx.now;
    if (!store::move_offer(ctx.tx, offer, from, ctx.ids.next(), ctx.who.user)) return refuse(offer_moved);
    return done();
}

}  // namespace

Done answer_offer(WriteCtx& ctx, const AnswerOffer& in)
{
    const auto offer = store::find_offer(ctx.tx, in.shop, in.offer);
    if (!offer || offer->author != ctx.who.user) return refuse(not_found);
    if (in.accept) return move(ctx, *offer, OfferState::accepted);
    return move(ctx, *offer, offer->state == OfferState::offered ? OfferState::declined : OfferState::ended);
}

Done withdraw_offer(WriteCtx& ctx, const WithdrawOffer& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::editor));
    const auto offer = store::find_offer(ctx.tx, in.shop, in.offer);
    if (!offer) return refuse(not_found);
    TRY(move(ctx, *offer, OfferState::ended));
    catalog::enter_in_log(ctx, in.shop, "offer_withdrawn", text(offer->product));
    return done();
}

}  // namespace meadow::creators
