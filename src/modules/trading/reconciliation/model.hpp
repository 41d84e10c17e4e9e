// Once a day the gateway's statement is laid beside our own records, line by line. Where they differ a person must look.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading {

inline const Setting<Duration> reconcile_after{"trading.reconcile_after", std::chrono::hours{2}, "How long after midnight (UTC) the day before is reconciled"};
inline const Setting<std::int64_t> differences_kept{"trading.differences_kept", 1000, "How many differences of one day are written down"};

enum class DifferenceKind : std::uint8_t {
    missing_here,     // the gateway took or gave money we know nothing of
    missing_there,    // we believe in money the gateway knows nothing of
    amount_differs,
};
BOOST_DESCRIBE_ENUM(DifferenceKind, missing_here, missing_there, amount_differs)

struct Difference {
    std::int64_t number = 0;   // within the day, from 1
    DifferenceKind kind{};
    std::string trade;
    std::string refund;        // empty: a charge
    std::optional<Money> ours;
    std::optional<Money> theirs;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (number, kind, trade, refund, ours, theirs, at))

// Lines are the same when trade and refund are. In the order of these; numbers are left at 0.
std::vector<Difference> compare(std::vector<StatementLine> theirs, std::vector<StatementLine> ours);

enum class ReconciliationState : std::uint8_t { running, done };
BOOST_DESCRIBE_ENUM(ReconciliationState, running, done)

struct Reconciliation {
    Instant day;               // its midnight, UTC
    ReconciliationState state{};
    std::int64_t lines = 0;    // of the gateway's statement
    std::int64_t differences = 0;
    Instant started_at;
    Instant ended_at;
};
BOOST_DESCRIBE_STRUCT(Reconciliation, (), (day, state, lines, differences, started_at, ended_at))

constexpr Duration one_day = std::chrono::hours{24};
constexpr Instant midnight_before(Instant at) { return {at.us - at.us % one_day.count()}; }

}  // namespace meadow::trading
