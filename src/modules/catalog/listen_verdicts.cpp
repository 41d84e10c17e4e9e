// Verdicts of governance on products, shops and reviews: catalog hides its own rows, or shows them again. Hearing one twice changes
// nothing the second time.
#include "modules/catalog/catalog.hpp"
#include "modules/catalog/events.hpp"
#include "modules/catalog/module.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/reviews/store.hpp"
#include "modules/catalog/shops/move_shop.hpp"
#include "modules/catalog/shops/store.hpp"
#include "modules/governance/events.hpp"

namespace meadow::catalog {
namespace {

void judge_product(WriteCtx& ctx, ProductId id, bool hidden)
{
    const auto shop = store::home_of(ctx.tx, id);
    if (!shop || !store::set_product_hidden(ctx.tx, *shop, id, hidden)) return;
    const ProductCard card = product_cards(ctx.tx, {id}).front();
    if (card.on_sale)
        ctx.tell(ProductListed{*shop, id});
    else if (hidden)
        ctx.tell(ProductWithdrawn{*shop, id});
}

Done judge_shop(WriteCtx& ctx, ShopId id, bool hidden, const std::string& reason)
{
    const auto shop = store::find_shop(ctx.tx, id);
    const ShopState to = hidden ? ShopState::frozen : ShopState::open;
    if (!shop || shop->state == to || !may_move(shop->state, to, Actor::platform)) return done();
    return move_shop(ctx, *shop, to, Actor::platform, reason);
}

// A hidden review counts no more; the row is the guard, so it is counted out and in once each.
void judge_review(WriteCtx& ctx, ReviewId id, bool hidden)
{
    const auto review = store::find_review(ctx.tx, id);
    if (review && store::set_hidden(ctx.tx, *review, hidden)) store::count_rating(ctx.tx, *review, hidden ? -1 : +1);
}

Done obey_verdict(WriteCtx& ctx, const governance::VerdictReached& news)
{
    switch (news.subject.kind) {
        case governance::SubjectKind::product:
            judge_product(ctx, ProductId{news.subject.id}, news.hidden);
            break;
        case governance::SubjectKind::shop:
            return judge_shop(ctx, ShopId{news.subject.id}, news.hidden, news.reason);
        case governance::SubjectKind::review:
            judge_review(ctx, ReviewId{news.subject.id}, news.hidden);
            break;
        case governance::SubjectKind::note:
        case governance::SubjectKind::comment:
        case governance::SubjectKind::user:
            break;
    }
    return done();
}

}  // namespace

void listen_to_verdicts(jobs::Listeners& listeners) { listeners.on("catalog", obey_verdict); }

}  // namespace meadow::catalog
