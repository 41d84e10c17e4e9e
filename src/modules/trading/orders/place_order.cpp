#include "modules/trading/orders/place_order.hpp"

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/trading/events.hpp"
#include "modules/trading/orders/buyer_store.hpp"
#include "modules/trading/orders/store.hpp"

namespace meadow::trading {
namespace {

std::vector<fulfilment::SkuCount> pieces_of(const WantedOrder& order)
{
    std::vector<fulfilment::SkuCount> out;
    for (const WantedLine& line : order.lines) out.push_back({line.sku, line.count});
    return out;
}

WantedOrder wanted(const PlaceOrder& in) { return {in.shop, in.lines, in.address, in.expected_total}; }

}  // namespace

Result<PricedOrder> prepare_order(ReadCtx& ctx, const PlaceOrder& in)
{
    const WantedOrder order = wanted(in);
    std::vector<SkuId> skus;
    for (const WantedLine& line : order.lines) skus.push_back(line.sku);
    auto stock = fulfilment::ask_available_stock(ctx.tx, in.shop, skus);
    PricedOrder priced = TRY(price_order(ctx, order));
    TRY(fulfilment::could_hold(stock.all(), pieces_of(order)));   // most of a crowd is turned away here, without a write
    return priced;
}

Result<PlacedOrder> place_order(WriteCtx& ctx, const PlaceOrder& in, const PricedOrder& priced) { return place(ctx, wanted(in), priced); }

Result<PlacedOrder> place(WriteCtx& ctx, const WantedOrder& in, const PricedOrder& priced)
{
    Order order;
    order.shop = in.shop;
    order.id = ctx.new_id<OrderId>();
    order.buyer = ctx.who.user;
    order.state = OrderState::placed;
    order.settlement = priced.settlement;
    order.total = priced.total;
    order.fee = priced.fee;
    order.placed_at = ctx.now;
    order.pay_by = ctx.now + pay_window(ctx);
    order.papers = priced.papers;

    Standing standing = ask_standing(ctx.tx, in.shop, priced);
    const Done held = fulfilment::hold_stock(ctx, in.shop, order.id, order.buyer, pieces_of(in));   // in one trip with the question
    TRY(still_offered(std::move(standing), priced));
    TRY(held);
    store::insert_order(ctx.tx, order);
    store::insert_buyer_order(ctx.tx, order, priced.shown);
    ctx.tell(OrderPlaced{order.shop, order.id, order.buyer, order.total, priced.lines, ctx.now});
    ctx.tell_at(order.pay_by, PaymentDue{order.shop, order.id});
    return PlacedOrder{order.shop, order.id, order.total, order.pay_by};
}

}  // namespace meadow::trading
