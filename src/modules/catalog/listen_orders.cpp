// Who may review what: told by trading and fulfilment. Every handler may hear the same news twice.
#include "modules/catalog/module.hpp"
#include "modules/catalog/reviews/store.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/trading/events.hpp"

namespace meadow::catalog {
namespace {

Done note_purchase(WriteCtx& ctx, const trading::OrderPaid& news)
{
    for (const trading::OrderLine& line : news.lines)
        store::put_right(ctx.tx, news.shop, news.order, line.product, line.sku, news.buyer);
    return done();
}

Done open_reviews_on_delivery(WriteCtx& ctx, const fulfilment::ParcelDelivered& news)
{
    if (news.last) store::open_rights(ctx.tx, news.shop, news.order, news.at);
    return done();
}

// The buyer's word that it has arrived counts as much as the carrier's. Whoever has received has bought, heard of or not.
Done open_reviews_on_receipt(WriteCtx& ctx, const trading::OrderCompleted& news)
{
    for (const trading::OrderLine& line : news.lines)
        store::put_right(ctx.tx, news.shop, news.order, line.product, line.sku, news.buyer);
    store::open_rights(ctx.tx, news.shop, news.order, news.at);
    return done();
}

}  // namespace

void listen_to_orders(jobs::Listeners& listeners)
{
    listeners.on("catalog", note_purchase);
    listeners.on("catalog", open_reviews_on_delivery);
    listeners.on("catalog", open_reviews_on_receipt);
}

}  // namespace meadow::catalog
