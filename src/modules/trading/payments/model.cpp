#include "modules/trading/payments/model.hpp"

#include <algorithm>

namespace meadow::trading {

std::optional<PaymentState> moved_by(PaymentState now, ChargeState told, bool window_over)
{
    const auto wanted = [&]() -> std::optional<PaymentState> {
        switch (told) {
            case ChargeState::open: return window_over ? std::optional(PaymentState::expired) : std::nullopt;
            case ChargeState::processing: return PaymentState::pending;
            case ChargeState::paid: return PaymentState::succeeded;
            case ChargeState::failed: return PaymentState::failed;
            case ChargeState::closed: return PaymentState::expired;
        }
        return {};
    }();
    return wanted && may_move(now, *wanted) ? wanted : std::nullopt;
}

std::string trade_name(const Trade& trade) { return text(trade.buyer) + "-" + text(trade.payment); }

std::optional<Trade> parse_trade(std::string_view name)
{
    const std::size_t dash = name.find('-');
    if (dash == std::string_view::npos) return {};
    const auto buyer = parse_id(UserId::prefix(), name.substr(0, dash));
    const auto payment = parse_id(PaymentId::prefix(), name.substr(dash + 1));
    if (!buyer || !payment) return {};
    return Trade{UserId{*buyer}, PaymentId{*payment}};
}

Duration wait_before(std::int64_t asked, Duration first, Duration longest)
{
    return std::min<Duration>(first * (std::int64_t{1} << std::min<std::int64_t>(asked, 20)), longest);
}

}  // namespace meadow::trading
