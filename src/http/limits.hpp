// Token buckets by caller and address. A fixed table: memory never grows, and two callers that share a slot share its tokens,
// which with 65,536 slots a kind hurts nobody in practice. Lock-free: a slot is one 64-bit word.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "base/instant.hpp"
#include "http/route.hpp"

namespace meadow::http {

struct LimitOptions {
    // Tokens a second and the most that can be saved up. A rate of 0 switches a limit off.
    struct Bucket { int rate; int burst; };
    Bucket address{400, 2000};
    Bucket caller{100, 500};
    Bucket sign_in{1, 20};      // per address
    Bucket upload{5, 60};
    Bucket write{20, 200};
    Bucket search{20, 100};
};

class Limiter {
public:
    explicit Limiter(const LimitOptions& options) : options_(options), slots_(std::make_unique<Slots>()) {}

    bool admit_address(std::string_view address, Instant now);
    // The caller's general bucket and the route's own. Guests count by address.
    bool admit_caller(std::int64_t user, std::string_view address, Limit, Instant now);

private:
    static constexpr std::size_t slots_a_kind = 65536;
    using Slots = std::array<std::atomic<std::uint64_t>, slots_a_kind * 7>;

    bool take(std::size_t kind, std::uint64_t who, LimitOptions::Bucket, Instant now);
    const LimitOptions options_;
    std::unique_ptr<Slots> slots_;
};

}  // namespace meadow::http
