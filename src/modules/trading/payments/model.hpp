// A payment: one buyer's way to pay one or more orders at once through the gateway. It comes in whole or not at all.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "jobs/setting.hpp"
#include "modules/trading/orders/mark_paid.hpp"
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading {

inline const Setting<Duration> ask_first_after{"trading.ask_gateway_after", 30s,
                                               "How long after a payment was opened the gateway is first asked about it; each further wait is twice as long"};
inline const Setting<Duration> ask_at_least_every{"trading.ask_gateway_every", 1h, "The longest wait between two questions to the gateway"};
inline const Setting<Duration> ask_until{"trading.ask_gateway_until", std::chrono::hours{48},
                                         "How long after its window a payment the gateway is still busy with is asked about"};

enum class PaymentState : std::uint8_t { created, pending, succeeded, failed, expired, closed, partly_refunded, refunded };
BOOST_DESCRIBE_ENUM(PaymentState, created, pending, succeeded, failed, expired, closed, partly_refunded, refunded)

struct PaymentMove {
    PaymentState from{};
    PaymentState to{};
};

// Every move a payment may ever make.
inline constexpr std::array<PaymentMove, 15> payment_moves{{
    {PaymentState::created, PaymentState::pending},       // the payer has done their part, the bank has not
    {PaymentState::created, PaymentState::succeeded},
    {PaymentState::created, PaymentState::failed},
    {PaymentState::created, PaymentState::expired},       // its window is over and nothing came
    {PaymentState::created, PaymentState::closed},        // another payment took its place
    {PaymentState::pending, PaymentState::succeeded},
    {PaymentState::pending, PaymentState::failed},
    {PaymentState::pending, PaymentState::expired},
    {PaymentState::pending, PaymentState::closed},
    {PaymentState::expired, PaymentState::succeeded},     // the money came after all; what nobody waits for goes back by itself
    {PaymentState::closed, PaymentState::succeeded},
    {PaymentState::failed, PaymentState::succeeded},
    {PaymentState::succeeded, PaymentState::partly_refunded},
    {PaymentState::succeeded, PaymentState::refunded},
    {PaymentState::partly_refunded, PaymentState::refunded},
}};
constexpr bool may_move(PaymentState from, PaymentState to)
{
    for (const PaymentMove& move : payment_moves)
        if (move.from == from && move.to == to) return true;
    return false;
}
// Money has come in.
constexpr bool is_paid(PaymentState s)
{
    return s == PaymentState::succeeded || s == PaymentState::partly_refunded || s == PaymentState::refunded;
}
// What may still become of it is not decided, so paying again would be paying twice.
constexpr bool is_open(PaymentState s) { return s == PaymentState::created || s == PaymentState::pending; }

// What a report makes of a payment that stands at `now`; nothing when it changes nothing.
std::optional<PaymentState> moved_by(PaymentState now, ChargeState told, bool window_over);

struct Payment {
    UserId buyer;
    PaymentId id;
    PaymentState state{};
    Money amount;
    Money refunded;
    std::string currency;
    std::string pay_url;
    std::string transaction;   // the gateway's own name, once it is paid
    std::int64_t asked = 0;    // how often we asked the gateway
    Instant opened_at;
    Instant expires_at;        // when the first of its orders stops waiting
    Instant paid_at;           // by the gateway's clock
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(Payment, (), (buyer, id, state, amount, refunded, currency, pay_url, transaction, asked, opened_at, expires_at, paid_at, changed_at))

// What became of one order's part of the money.
enum class LineOutcome : std::uint8_t { waiting, paid, returned };
BOOST_DESCRIBE_ENUM(LineOutcome, waiting, paid, returned)

struct PaymentLine {
    ShopId shop;
    OrderId order;
    Money amount;
    LineOutcome outcome{};
};
BOOST_DESCRIBE_STRUCT(PaymentLine, (), (shop, order, amount, outcome))

// The gateway's name for a payment. It holds the buyer, at whose home the payment is found.
struct Trade {
    UserId buyer;
    PaymentId payment;
};
std::string trade_name(const Trade&);
std::optional<Trade> parse_trade(std::string_view);

// Timer: time to ask the gateway about a payment nobody told us the end of.
struct PaymentUnheard {
    static constexpr std::string_view kind = "trading.payment_unheard";
    UserId buyer;
    PaymentId payment;
};
BOOST_DESCRIBE_STRUCT(PaymentUnheard, (), (buyer, payment))

// How long to wait before question number `asked` (from 0).
Duration wait_before(std::int64_t asked, Duration first, Duration longest);

}  // namespace meadow::trading
