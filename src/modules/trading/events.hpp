// What trading tells the street.
#pragma once
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::trading {

struct OrderLine {
    ProductId product;
    SkuId sku;
    std::int64_t count = 0;
    Money paid;                    // the line's share of what the buyer pays for goods, after every discount; without shipping
    Rate commission;               // what the merchant offered to the author who sold it, when the order was placed
    std::optional<NoteId> note;    // the note the buyer came from, when the cart knew one
};
BOOST_DESCRIBE_STRUCT(OrderLine, (), (product, sku, count, paid, commission, note))

struct OrderPlaced {
    static constexpr std::string_view kind = "trading.order_placed";
    ShopId shop;
    OrderId order;
    UserId buyer;
    Money total;
    std::vector<OrderLine> lines;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OrderPlaced, (), (shop, order, buyer, total, lines, at))

struct OrderPaid {
    static constexpr std::string_view kind = "trading.order_paid";
    ShopId shop;
    OrderId order;
    UserId buyer;
    Money total;
    std::vector<OrderLine> lines;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OrderPaid, (), (shop, order, buyer, total, lines, at))

// Never paid, or given up before payment; its stock is free again.
struct OrderCancelled {
    static constexpr std::string_view kind = "trading.order_cancelled";
    ShopId shop;
    OrderId order;
    UserId buyer;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OrderCancelled, (), (shop, order, buyer, at))

// Received (by the buyer's word or by time): the money has left escrow for the merchant.
struct OrderCompleted {
    static constexpr std::string_view kind = "trading.order_completed";
    ShopId shop;
    OrderId order;
    UserId buyer;
    std::vector<OrderLine> lines;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OrderCompleted, (), (shop, order, buyer, lines, at))

// The buyer has the money back. `completed` tells whether receipt had been confirmed before.
struct OrderRefunded {
    static constexpr std::string_view kind = "trading.order_refunded";
    ShopId shop;
    OrderId order;
    UserId buyer;
    Money amount;
    bool completed = false;
    bool shipped = false;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OrderRefunded, (), (shop, order, buyer, amount, completed, shipped, at))

// Trading's own timers. Whoever hears one checks that it still matters.
struct PaymentDue {                // the window to pay has closed
    static constexpr std::string_view kind = "trading.payment_due";
    ShopId shop;
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(PaymentDue, (), (shop, order))

struct ConfirmDue {                // the window to confirm receipt has closed
    static constexpr std::string_view kind = "trading.confirm_due";
    ShopId shop;
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(ConfirmDue, (), (shop, order))

struct RefundDue {                 // the merchant's time to answer a request for a refund is over
    static constexpr std::string_view kind = "trading.refund_due";
    ShopId shop;
    RefundId refund;
};
BOOST_DESCRIBE_STRUCT(RefundDue, (), (shop, refund))

// The buyer wants the money back and nothing is decided: what has not been shipped should wait.
struct RefundRequested {
    static constexpr std::string_view kind = "trading.refund_requested";
    ShopId shop;
    OrderId order;
    RefundId refund;
    UserId buyer;
    bool shipped = false;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(RefundRequested, (), (shop, order, refund, buyer, shipped, at))

// The request was withdrawn or turned down; the order goes on where it stood.
struct RefundClosed {
    static constexpr std::string_view kind = "trading.refund_closed";
    ShopId shop;
    OrderId order;
    RefundId refund;
    UserId buyer;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(RefundClosed, (), (shop, order, refund, buyer, at))

// Money is to go back to whoever paid. Heard by payments, which asks the gateway until it says yes and then calls
// refund_succeeded() (refunds/refund_succeeded.hpp). Also told for payments nobody was waiting for: too late, twice, of a wrong amount.
struct RefundOrdered {
    static constexpr std::string_view kind = "trading.refund_ordered";
    ShopId shop;
    OrderId order;
    RefundId refund;
    PaymentId payment;
    UserId buyer;
    Money amount;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(RefundOrdered, (), (shop, order, refund, payment, buyer, amount, at))

}  // namespace meadow::trading
