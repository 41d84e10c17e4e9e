// Where time, chance and identifiers come from. Only floor 3 and the test support make these; everybody else is handed them.
#pragma once
#include <atomic>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>

#include "base/id.hpp"
#include "base/instant.hpp"

namespace meadow::jobs {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

// Stands still until it is moved. Safe to read from other threads.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant start) : us_(start.us) {}
    Instant now() const override { return {us_.load()}; }
    void advance(Duration d) { us_ += d.count(); }
    void set(Instant at) { us_ = at.us; }

private:
    std::atomic<std::int64_t> us_;
};

// Random bytes fit for secrets. Thread-safe.
class Dice {
public:
    virtual ~Dice() = default;
    virtual void fill(std::span<unsigned char>) = 0;

    std::uint64_t number();                  // any of 2^64
    std::uint64_t below(std::uint64_t n);    // 0 … n-1, without bias; n > 0
    std::string token();                     // 32 random bytes as 43 characters of base64url
    std::string digits(int count);           // "042917"
};

class SystemDice final : public Dice {
public:
    void fill(std::span<unsigned char>) override;
};

// The same numbers for the same seed: for tests and simulations only.
class SeededDice final : public Dice {
public:
    explicit SeededDice(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<unsigned char>) override;

private:
    std::mutex mutex_;
    std::uint64_t state_;
};

// Time-ordered ids, unique within a node; also when the clock stands still or steps back. Thread-safe, no lock.
class IdSource {
public:
    IdSource(const Clock& clock, unsigned node) : clock_(clock), node_(node) {}
    std::int64_t next();

private:
    const Clock& clock_;
    const unsigned node_;
    std::atomic<std::uint64_t> last_{0};  // milliseconds since the id epoch << 16 | sequence
};

}  // namespace meadow::jobs
