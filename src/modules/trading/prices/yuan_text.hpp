#pragma once
#include <string>

#include "base/money.hpp"

namespace meadow::trading {

// "12.30", "-0.05": yuan, for tables.
inline std::string decimal(Money money)
{
    const std::int64_t fen = money.minor < 0 ? -money.minor : money.minor;
    const std::string cents = std::to_string(fen % 100);
    return (money.minor < 0 ? "-" : "") + std::to_string(fen / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

// "¥12.30", "-¥0.05": for people.
inline std::string yuan_text(Money money)
{
    return money.minor < 0 ? "-¥" + decimal(-money) : "¥" + decimal(money);
}

}  // namespace meadow::trading
