#pragma once
#include "jobs/context.hpp"
#include "modules/trading/orders/model.hpp"
#include "modules/trading/orders/store.hpp"

namespace meadow::trading {

struct OneOrder {
    ShopId shop;
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(OneOrder, (), (shop, order))

// An order as its buyer and the shop's staff see it.
struct OrderView {
    ShopId shop;
    OrderId id;
    UserId buyer;
    OrderState state{};
    Settlement settlement{};
    Money total;
    std::vector<SoldLine> lines;
    Destination destination;
    std::vector<PriceLine> price;
    PaymentId payment;
    RefundId refund;
    Instant placed_at, pay_by, paid_at, shipped_at, delivered_at, confirm_by, completed_at, closed_at;
    bool may_extend = false;             // receipt can still be put off
    std::vector<store::MoveRow> moves;   // oldest first; only when one order is shown
};
BOOST_DESCRIBE_STRUCT(OrderView, (), (shop, id, buyer, state, settlement, total, lines, destination, price, payment, refund, placed_at, pay_by, paid_at,
                                      shipped_at, delivered_at, confirm_by, completed_at, closed_at, may_extend, moves))

OrderView view_of(const Order&);

// For its buyer and the shop's staff (support). Everybody else finds nothing.
Result<OrderView> show_order(ReadCtx&, const OneOrder&);

}  // namespace meadow::trading
