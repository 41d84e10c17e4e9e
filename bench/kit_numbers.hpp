// Always the same numbers for the same seed.
#pragma once
#include <cstddef>
#include <cstdint>

namespace meadow::bench {

class Numbers {
public:
    explicit Numbers(std::uint64_t seed = 20301111) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
    std::size_t below(std::size_t n)
    {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return std::size_t(state_ >> 33) % n;
    }

private:
    std::uint64_t state_;
};

}  // namespace meadow::bench
