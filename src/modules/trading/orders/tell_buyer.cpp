#include "modules/trading/orders/tell_buyer.hpp"

#include "modules/community/community.hpp"

namespace meadow::trading {
namespace {

template <class News>
void ring(WriteCtx& ctx, const News& news, std::string_view what, const std::string& once)
{
    community::notify(ctx, news.buyer, community::NotificationGroup::orders, std::string(what) + "/" + once, what,
                      text(news.shop) + "/" + text(news.order));
}

}  // namespace

Done tell_paid(WriteCtx& ctx, const OrderPaid& news)
{
    ring(ctx, news, "order_paid", text(news.order));
    return done();
}

Done tell_shipped(WriteCtx& ctx, const fulfilment::ParcelShipped& news)
{
    if (news.last) ring(ctx, news, "order_shipped", text(news.order));
    return done();
}

Done tell_delivered(WriteCtx& ctx, const fulfilment::ParcelDelivered& news)
{
    if (news.last) ring(ctx, news, "order_delivered", text(news.order));
    return done();
}

Done tell_refunded(WriteCtx& ctx, const OrderRefunded& news)
{
    ring(ctx, news, "order_refunded", text(news.order));
    return done();
}

Done tell_refund_closed(WriteCtx& ctx, const RefundClosed& news)
{
    ring(ctx, news, "refund_closed", text(news.refund));
    return done();
}

}  // namespace meadow::trading
