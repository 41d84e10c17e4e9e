// Points in time and lengths of time, in microseconds, always UTC. Nothing here reads a clock: the request brings `ctx.now`.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meadow {

using Duration = std::chrono::microseconds;
using namespace std::chrono_literals;

struct Instant {
    std::int64_t us = 0;  // since 1970-01-01T00:00:00Z; 0 means "not yet"

    constexpr explicit operator bool() const { return us != 0; }
    constexpr auto operator<=>(const Instant&) const = default;
    friend constexpr Instant operator+(Instant at, Duration d) { return {at.us + d.count()}; }
    friend constexpr Instant operator-(Instant at, Duration d) { return {at.us - d.count()}; }
    friend constexpr Duration operator-(Instant a, Instant b) { return Duration{a.us - b.us}; }
    constexpr std::int64_t ms() const { return us / 1000; }
};

// RFC 3339, with microseconds where there are any, else milliseconds: 2030-11-11T12:00:00.000Z
std::string text(Instant);
// RFC 3339 with any offset, seconds optional fraction. Also "2030-11-11 20:00" read as UTC. Nothing when malformed.
std::optional<Instant> parse_instant(std::string_view);

// "15m", "10d", "30s", "250ms", "36h". Nothing when malformed or negative.
std::optional<Duration> parse_duration(std::string_view);
std::string text(Duration);

}  // namespace meadow
