// What a head says against what happens: isotonic regression over bins of the told probability (pool adjacent violators, Ayer et al.
// 1955), so that "5 in 100" means 5 in 100. Fitted now and then, from whole millionths.
#pragma once
#include <array>

#include "modules/discovery/engine/tally.hpp"

namespace meadow::discovery::engine {

class Calibration {
public:
    static constexpr int bins = 40;

    // An answer to something of which `p` had been told (before calibration).
    void add(double p, double happened);
    void fit();
    double operator()(double p) const;

    template <class Archive>
    void each(Archive& a) { a(told_, fitted_); }

private:
    static double place_of(double p);      // in bins

    std::array<Tally, bins> told_{};       // observed: how often it happened, expected: the probabilities told
    std::array<double, bins> fitted_{};    // what to tell in the middle of each bin; 0: not fitted yet
};

// How far the probabilities that were used lie from what happened.
class Reliability {
public:
    static constexpr int bins = 20;

    void add(double p, double happened);
    // Expected calibration error: the mean over answers of |told − happened| of their bin. 0 when nothing was told.
    double error() const;
    std::int64_t answers() const;
    struct Bin {
        std::int64_t answers = 0;
        double told = 0, happened = 0;   // means
    };
    Bin bin(int which) const;

    template <class Archive>
    void each(Archive& a) { a(told_, counts_); }

private:
    std::array<Tally, bins> told_{};
    std::array<std::int64_t, bins> counts_{};
};

}  // namespace meadow::discovery::engine
