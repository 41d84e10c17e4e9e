// Money is a whole number of minor units (fen for CNY). It never meets a floating point number.
#pragma once
#include <compare>
#include <cstdint>
#include <numeric>
#include <vector>

namespace meadow {

struct Money {
    std::int64_t minor = 0;

    constexpr auto operator<=>(const Money&) const = default;
    constexpr explicit operator bool() const { return minor != 0; }
    friend constexpr Money operator+(Money a, Money b) { return {a.minor + b.minor}; }
    friend constexpr Money operator-(Money a, Money b) { return {a.minor - b.minor}; }
    friend constexpr Money operator-(Money a) { return {-a.minor}; }
    friend constexpr Money operator*(Money a, std::int64_t times) { return {a.minor * times}; }
    constexpr Money& operator+=(Money b) { minor += b.minor; return *this; }
    constexpr Money& operator-=(Money b) { minor -= b.minor; return *this; }
};

constexpr Money yuan(std::int64_t whole, int fen = 0) { return {whole * 100 + fen}; }

// A rate in parts of ten thousand: 1000 = 10 %. Platforms of the field quote commission so (DOMAIN §3.9).
struct Rate {
    std::int64_t per_10k = 0;
    constexpr auto operator<=>(const Rate&) const = default;
};

// `amount × rate`, rounded half away from zero. 128-bit inside, so it cannot overflow.
constexpr Money share(Money amount, Rate rate)
{
    const __int128 scaled = static_cast<__int128>(amount.minor) * rate.per_10k;
    const __int128 half = scaled < 0 ? -5000 : 5000;
    return {static_cast<std::int64_t>((scaled + half) / 10000)};
}

// Splits `amount` in proportion to `weights`; the parts sum to `amount` exactly. What is left after rounding down goes one
// unit each to the largest remainders, earlier parts first (Hamilton's method). All weights zero: everything to the first.
// Weights must not be negative and there must be at least one.
std::vector<Money> share(Money amount, const std::vector<std::int64_t>& weights);

}  // namespace meadow
