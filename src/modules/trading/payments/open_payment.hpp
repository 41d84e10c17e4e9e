#pragma once
#include "jobs/context.hpp"
#include "modules/trading/payments/show_payment.hpp"

namespace meadow::trading {

struct OrderToPay {
    ShopId shop;
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(OrderToPay, (), (shop, order))

struct OpenPayment {
    List<OrderToPay, 20, 1> orders;
    std::optional<Text<1, 200>> return_to;   // a path of this site; where the gateway's page leads back to
};
BOOST_DESCRIBE_STRUCT(OpenPayment, (), (orders, return_to))

extern const std::string_view notify_path;   // routes.cpp

// Starts paying for some of my orders together. The answer tells where to go; nothing is paid until the gateway says so. An order
// has one open payment: opening another closes the one before.
Result<PaymentCard> open_payment(WriteCtx&, const OpenPayment&);

}  // namespace meadow::trading
