// A refund of a whole order: asked for by the buyer and decided by the shop, by time or by an operator; or ordered by the rules
// because money came in that nobody was waiting for.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "jobs/setting.hpp"

namespace meadow::trading {

inline const Setting<bool> refund_at_once{"trading.refund_at_once", true, "Whether an order nothing of which was shipped is refunded without asking the shop"};
inline const Setting<Duration> answer_before_shipping{"trading.answer_before_shipping", std::chrono::hours{24},
                                                      "How long a shop may think about a refund before shipping; silence is a yes"};
inline const Setting<Duration> answer_after_shipping{"trading.answer_after_shipping", std::chrono::hours{24 * 7},
                                                     "How long a shop may think about a refund after shipping; silence leaves it to an operator"};
inline const Setting<Duration> after_sale_window{"trading.after_sale_window", std::chrono::hours{24 * 7},
                                                 "How long after completion a refund may be asked for"};
inline const Setting<Duration> appeal_window{"trading.appeal_window", std::chrono::hours{24 * 7},
                                             "How long after a shop's no the buyer may turn to an operator"};
constexpr int refund_pictures_max = 9;
inline const Setting<std::int64_t> most_refunds{"trading.most_refunds", 3, "How often a refund of one order may be asked for"};

enum class RefundState : std::uint8_t { asked, escalated, approved, done, rejected, dismissed, withdrawn };
BOOST_DESCRIBE_ENUM(RefundState, asked, escalated, approved, done, rejected, dismissed, withdrawn)

struct RefundMove {
    RefundState from{};
    RefundState to{};
};
inline constexpr std::array<RefundMove, 9> refund_moves{{
    {RefundState::asked, RefundState::approved},       // by the shop, by its silence, or at once
    {RefundState::asked, RefundState::rejected},
    {RefundState::asked, RefundState::withdrawn},
    {RefundState::asked, RefundState::escalated},      // the shop kept silent about goods that were shipped
    {RefundState::rejected, RefundState::escalated},   // the buyer turns to an operator
    {RefundState::escalated, RefundState::approved},
    {RefundState::escalated, RefundState::dismissed},  // the operator's no is final
    {RefundState::escalated, RefundState::withdrawn},
    {RefundState::approved, RefundState::done},        // the gateway has given the money back
}};
constexpr bool may_move(RefundState from, RefundState to)
{
    for (const RefundMove& move : refund_moves)
        if (move.from == from && move.to == to) return true;
    return false;
}

enum class RefundCause : std::uint8_t { asked, no_stock, too_late, paid_twice, wrong_amount };
BOOST_DESCRIBE_ENUM(RefundCause, asked, no_stock, too_late, paid_twice, wrong_amount)
// The last three are about a payment that never became the order's; the order itself does not move.
constexpr bool concerns_order(RefundCause cause) { return cause == RefundCause::asked || cause == RefundCause::no_stock; }

enum class RefundReason : std::uint8_t { changed_mind, too_slow, not_received, damaged, not_as_described, wrong_item, counterfeit, other };
BOOST_DESCRIBE_ENUM(RefundReason, changed_mind, too_slow, not_received, damaged, not_as_described, wrong_item, counterfeit, other)

struct Refund {
    ShopId shop;
    RefundId id;
    OrderId order;
    UserId buyer;
    PaymentId payment;
    RefundCause cause{};
    RefundState state{};
    Money amount;
    RefundReason reason{};
    std::string words;         // the buyer's own
    std::vector<MediaId> pictures;   // what the buyer shows of it
    bool shipped = false;      // something had left when it was asked for
    bool settled = false;      // the shop already had the money
    std::string answer;        // why it was turned down
    Instant asked_at;
    Instant answer_by;
    Instant decided_at;
    Instant closed_at;
};
BOOST_DESCRIBE_STRUCT(Refund, (), (shop, id, order, buyer, payment, cause, state, amount, reason, words, pictures, shipped, settled, answer,
                                   asked_at, answer_by, decided_at, closed_at))

}  // namespace meadow::trading
