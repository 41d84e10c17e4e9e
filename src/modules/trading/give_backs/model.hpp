// A give-back: a refund on its way through the gateway that took the money. Refunds decide that money goes back; this brings it.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::trading {

//   asked → given                 the gateway has given it back
//   asked → declined → given      the gateway said no; an operator had it asked again
enum class GiveBackState : std::uint8_t { asked, declined, given };
BOOST_DESCRIBE_ENUM(GiveBackState, asked, declined, given)

struct GiveBackRow {
    UserId buyer;
    PaymentId payment;
    RefundId refund;
    ShopId shop;
    OrderId order;
    Money amount;
    GiveBackState state{};
    std::int64_t attempts = 0;
    std::string error;         // why the last attempt came to nothing
    Instant asked_at;
    Instant given_at;          // by the gateway's clock
};
BOOST_DESCRIBE_STRUCT(GiveBackRow, (), (buyer, payment, refund, shop, order, amount, state, attempts, error, asked_at, given_at))

}  // namespace meadow::trading
