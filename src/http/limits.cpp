#include "http/limits.hpp"

#include <algorithm>
#include <functional>

namespace meadow::http {
namespace {

// A slot holds the moment (in 1/1024 s) at which its bucket was or will be full again: the "generic cell rate algorithm"
// (ITU-T I.371), which needs no separate count of tokens.
std::uint64_t ticks(Instant now) { return std::uint64_t(now.us / 1000 * 1024 / 1000); }

std::uint64_t mix(std::uint64_t x)
{
    x = (x ^ x >> 33) * 0xff51afd7ed558ccdull;
    x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53ull;
    return x ^ x >> 33;
}

}  // namespace

bool Limiter::take(std::size_t kind, std::uint64_t who, LimitOptions::Bucket bucket, Instant now)
{
    if (bucket.rate == 0) return true;
    auto& slot = (*slots_)[kind * slots_a_kind + mix(who) % slots_a_kind];
    const std::uint64_t present = ticks(now);
    const std::uint64_t cost = std::uint64_t(1024 / bucket.rate);
    std::uint64_t full_at = slot.load(std::memory_order_relaxed);
    for (;;) {
        const std::uint64_t next = std::max(full_at, present) + cost;
        if (next - present > cost * std::uint64_t(bucket.burst)) return false;
        if (slot.compare_exchange_weak(full_at, next, std::memory_order_relaxed)) return true;
    }
}

bool Limiter::admit_address(std::string_view address, Instant now)
{
    return take(0, std::hash<std::string_view>{}(address), options_.address, now);
}

bool Limiter::admit_caller(std::int64_t user, std::string_view address, Limit limit, Instant now)
{
    const std::uint64_t by_address = std::hash<std::string_view>{}(address);
    const std::uint64_t who = user != 0 ? std::uint64_t(user) : by_address;
    if (user != 0 && !take(1, who, options_.caller, now)) return false;
    switch (limit) {
        case Limit::none: return true;
        case Limit::sign_in: return take(2, by_address, options_.sign_in, now);
        case Limit::upload: return take(3, who, options_.upload, now);
        case Limit::write: return take(4, who, options_.write, now);
        case Limit::search: return take(5, who, options_.search, now);
    }
    return true;
}

}  // namespace meadow::http
