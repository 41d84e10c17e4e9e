#include "jobs/clock.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>

namespace meadow::jobs {

Instant SystemClock::now() const
{
    return {std::chrono::duration_cast<Duration>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

std::uint64_t Dice::number()
{
    unsigned char bytes[8];
    fill(bytes);
    std::uint64_t value;
    std::memcpy(&value, bytes, 8);
    return value;
}

std::uint64_t Dice::below(std::uint64_t n)
{
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % n;  // a multiple of n: what lies above would favour small results
    for (;;)
        if (const std::uint64_t value = number(); value < limit) return value % n;
}

std::string Dice::token()
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    unsigned char bytes[33] = {};
    fill(std::span(bytes).first(32));
    std::string out;
    for (int i = 0; i < 33; i += 3) {
        const unsigned group = unsigned(bytes[i]) << 16 | unsigned(bytes[i + 1]) << 8 | bytes[i + 2];
        for (int shift = 18; shift >= 0; shift -= 6) out.push_back(alphabet[group >> shift & 63u]);
    }
    out.resize(43);
    return out;
}

std::string Dice::digits(int count)
{
    std::string out;
    for (int i = 0; i < count; ++i) out.push_back(char('0' + below(10)));
    return out;
}

void SystemDice::fill(std::span<unsigned char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t got = getrandom(bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw std::runtime_error("getrandom failed");
        bytes = bytes.subspan(std::size_t(got));
    }
}

// SplitMix64 (Steele, Lea, Flood 2014).
void SeededDice::fill(std::span<unsigned char> bytes)
{
    const std::lock_guard lock(mutex_);
    while (!bytes.empty()) {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15ull;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ z >> 27) * 0x94D049BB133111EBull;
        z ^= z >> 31;
        const std::size_t take = std::min<std::size_t>(bytes.size(), 8);
        std::memcpy(bytes.data(), &z, take);
        bytes = bytes.subspan(take);
    }
}

std::int64_t IdSource::next()
{
    const std::uint64_t present = std::uint64_t(clock_.now().ms() - id_epoch_ms) << 16;
    std::uint64_t last = last_.load(std::memory_order_relaxed);
    std::uint64_t mine;
    do mine = std::max(last + 1, present);
    while (!last_.compare_exchange_weak(last, mine, std::memory_order_relaxed));
    return compose_id(std::int64_t(mine >> 16) + id_epoch_ms, node_, unsigned(mine & 0xffffu));
}

}  // namespace meadow::jobs
