// Chance from a seed, the same on every machine, for crowds and simulations. Every run prints its seed; MEADOW_SEED=… repeats it. The
// ordinary run always takes the same one, the long run (MEADOW_LONG=1) a new one each time.
#pragma once
#include <cstdint>
#include <vector>

namespace meadow::testing {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t number();                                   // any of 2^64
    std::size_t below(std::size_t n) { return std::size_t(number() % n); }   // 0 … n-1; n > 0
    bool happens(int percent) { return below(100) < std::size_t(percent); }
    template <class T>
    T& any_of(std::vector<T>& list) { return list[below(list.size())]; }
    template <class T>
    const T& any_of(const std::vector<T>& list) { return list[below(list.size())]; }
    // A chance of its own for somebody, so that what one does moves nobody else's dice.
    Chance another() { return Chance(number()); }

private:
    std::uint64_t state_;
};

// Prints it, so that it stands above whatever fails.
std::uint64_t seed_of_this_run();
// MEADOW_LONG=1
bool long_run();

}  // namespace meadow::testing
