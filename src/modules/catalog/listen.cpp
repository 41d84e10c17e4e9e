// What catalog does on hearing news. Every handler may hear the same news twice.
#include "modules/catalog/applications/store.hpp"
#include "modules/catalog/events.hpp"
#include "modules/catalog/module.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/staff/leave_shops.hpp"
#include "modules/community/events.hpp"
#include "modules/identity/events.hpp"

namespace meadow::catalog {

void listen_to_orders(jobs::Listeners&);
void listen_to_verdicts(jobs::Listeners&);

namespace {

Done note_follower(WriteCtx& ctx, const community::Followed& news)
{
    store::note_follower(ctx.tx, news.followee, news.follower, news.turn, true);
    return done();
}

Done forget_follower(WriteCtx& ctx, const community::Unfollowed& news)
{
    store::note_follower(ctx.tx, news.followee, news.follower, news.turn, false);
    return done();
}

// A shop may list thousands of products: they are told of in portions, each with what holds for it by then.
Done tell_of_products(WriteCtx& ctx, const ShopTurned& news)
{
    constexpr std::int64_t portion = 200;
    const std::vector<ProductId> listed = store::listed_after(ctx.tx, news.shop, news.after, portion);
    for (const ProductCard& card : product_cards(ctx.tx, listed)) {
        if (card.on_sale)
            ctx.tell(ProductListed{card.shop, card.id});
        else
            ctx.tell(ProductWithdrawn{card.shop, card.id});
    }
    if (std::int64_t(listed.size()) == portion) ctx.tell(ShopTurned{news.shop, listed.back()});
    return done();
}

Done leave(WriteCtx& ctx, const PersonToForget& news)
{
    if (leave_shops(ctx, news.user)) ctx.tell(PersonToForget{news.user});
    return done();
}

Done begin_leaving(WriteCtx& ctx, const identity::AccountDeleted& news) { return leave(ctx, {news.user}); }

}  // namespace

void add_listeners(jobs::Listeners& listeners)
{
    listeners.on("catalog", note_follower);
    listeners.on("catalog", forget_follower);
    listeners.on("catalog", tell_of_products);
    listeners.on("catalog", begin_leaving);
    listeners.on("catalog", leave);
    listen_to_orders(listeners);
    listen_to_verdicts(listeners);
}

}  // namespace meadow::catalog
