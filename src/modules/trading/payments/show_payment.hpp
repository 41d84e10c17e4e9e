#pragma once
#include "jobs/context.hpp"
#include "modules/trading/payments/model.hpp"

namespace meadow::trading {

struct ShowPayment {
    PaymentId payment;
};
BOOST_DESCRIBE_STRUCT(ShowPayment, (), (payment))

struct PaymentCard {
    PaymentId payment;
    PaymentState state{};
    Money amount;
    Money refunded;
    std::string currency;
    std::optional<std::string> pay_url;   // while it may be paid
    Instant expires_at;
    std::optional<Instant> paid_at;
    std::vector<PaymentLine> lines;
};
BOOST_DESCRIBE_STRUCT(PaymentCard, (), (payment, state, amount, refunded, currency, pay_url, expires_at, paid_at, lines))

PaymentCard payment_card(const Payment&, std::vector<PaymentLine>);
// One of my payments.
Result<PaymentCard> show_payment(ReadCtx&, const ShowPayment&);

}  // namespace meadow::trading
