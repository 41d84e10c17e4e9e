// Observed against expected, counted in whole millionths: sums do not depend on the order they were made in.
#pragma once
#include <algorithm>
#include <boost/describe/class.hpp>
#include <cmath>
#include <cstdint>

namespace meadow::discovery::engine {

using Micro = std::int64_t;
inline Micro micro(double value) { return Micro(std::llround(value * 1e6)); }
constexpr double whole(Micro value) { return double(value) * 1e-6; }

struct Tally {
    Micro observed = 0, expected = 0;

    // Shrunk towards `opinion`, which weighs as much as `strength` expected clicks.
    double ratio(double opinion, double strength) const
    {
        return (whole(observed) + strength * opinion) / (whole(expected) + strength);
    }
    void add(double o, double e)
    {
        observed += micro(o);
        expected += micro(e);
    }
    // Counts the past by half once it is long: what was true a month ago yields to what is true now.
    void forget(double memory)
    {
        if (whole(expected) < memory) return;
        observed /= 2;
        expected /= 2;
    }
};
BOOST_DESCRIBE_STRUCT(Tally, (), (observed, expected))

// The same in half the room, for what everybody has many of: up to some thousand.
struct SmallTally {
    std::uint32_t observed = 0, expected = 0;   // millionths

    double ratio(double opinion, double strength) const { return Tally{observed, expected}.ratio(opinion, strength); }
    void add(double o, double e)
    {
        const Micro most = 4'000'000'000;
        Micro seen = observed + micro(o), usual = expected + micro(e);
        if (std::max(seen, usual) > most / 2) seen /= 2, usual /= 2;   // as Tally::forget
        observed = std::uint32_t(std::clamp<Micro>(seen, 0, most));
        expected = std::uint32_t(std::clamp<Micro>(usual, 0, most));
    }
};
BOOST_DESCRIBE_STRUCT(SmallTally, (), (observed, expected))

}  // namespace meadow::discovery::engine
