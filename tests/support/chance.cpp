#include "support/chance.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "jobs/clock.hpp"

namespace meadow::testing {

// splitmix64
std::uint64_t Chance::number()
{
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

bool long_run()
{
    const char* const told = std::getenv("MEADOW_LONG");
    return told != nullptr && std::string_view(told) == "1";
}

std::uint64_t seed_of_this_run()
{
    const char* const told = std::getenv("MEADOW_SEED");
    const std::uint64_t seed = told != nullptr ? std::strtoull(told, nullptr, 10) : long_run() ? jobs::SystemDice{}.number() : 20301111;
    std::printf("seed %llu; MEADOW_SEED=%llu repeats it\n", static_cast<unsigned long long>(seed), static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    return seed;
}

}  // namespace meadow::testing
