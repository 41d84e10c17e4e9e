#include "modules/trading/orders/buyer_orders.hpp"

#include <algorithm>

#include "modules/trading/orders/buyer_store.hpp"
#include "modules/trading/orders/store.hpp"

namespace meadow::trading {

bool stands_under(OrderTab tab, const BuyerOrder& order)
{
    switch (tab) {
        case OrderTab::all: return true;
        case OrderTab::to_pay: return order.state == OrderState::placed;
        case OrderTab::to_ship: return order.state == OrderState::paid;
        case OrderTab::to_receive: return order.state == OrderState::shipped || order.state == OrderState::delivered;
        case OrderTab::to_review:
            return order.state == OrderState::completed &&
                   std::any_of(order.lines.begin(), order.lines.end(), [](const BuyerOrderLine& line) { return !line.review; });
        case OrderTab::refunds: return order.state == OrderState::refunding || order.state == OrderState::refunded;
    }
    return false;
}

std::vector<BuyerOrderLine> shown_lines(const OrderPapers& papers)
{
    std::vector<BuyerOrderLine> out;
    for (const SoldLine& line : papers.lines)
        out.push_back({line.product, line.sku, line.title, line.spec, line.picture, line.price, line.count, {}});
    return out;
}

BuyerOrder card_of(const Order& order)
{
    return {order.id, order.shop, order.state, order.total, order.pay_by, shown_lines(papers_of(order))};
}

void project_order(WriteCtx& ctx, ShopId shop, OrderId id)
{
    if (const auto order = store::find_order(ctx.tx, shop, id)) store::put_buyer_order(ctx.tx, order->buyer, card_of(*order));
}

void project_review(WriteCtx& ctx, const catalog::ReviewWritten& news)
{
    const auto orders = store::list_buyer_orders(ctx.tx, news.buyer, INT64_MAX, scanned_orders);
    for (const BuyerOrder& order : orders)
        for (const BuyerOrderLine& line : order.lines)
            if (line.review == news.review) return;  // heard before
    for (BuyerOrder order : orders) {
        bool found = false;
        for (BuyerOrderLine& line : order.lines) {
            if (line.product != news.product || line.review || order.shop != news.shop) continue;
            line.review = news.review;
            found = true;
        }
        if (found) return store::put_lines(ctx.tx, news.buyer, order);
    }
}

}  // namespace meadow::trading
