// Money as people and tables write it, in yuan.
#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.hpp"

namespace meadow::lang {

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

// "12", "12.3" or "12.30", below ten billion; nothing when it is no such number. The way back from `decimal`, for amounts that are not
// negative.
inline std::optional<Money> yuan_in(std::string_view text)
{
    constexpr std::size_t most_digits = 10;
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point), cents = text.substr(std::min(point + 1, text.size()));
    if (whole.empty() || whole.size() > most_digits || cents.size() > 2 || (cents.empty() && point < text.size())) return {};
    Money out;
    for (const std::string_view digits : {whole, cents})
        for (const char c : digits) {
            if (c < '0' || c > '9') return {};
            out = out * 10 + Money{c - '0'};
        }
    return out * (cents.empty() ? 100 : cents.size() == 1 ? 10 : 1);
}

}  // namespace meadow::lang
