#include "modules/discovery/engine/experiments.hpp"

#include <cmath>

namespace meadow::discovery::engine {

Estimate PolicyRecord::ratio(Micro Cluster::*of, double scale) const
{
    double sum = 0, base = 0;
    for (const Cluster& c : clusters_) {
        sum += whole(c.*of);
        base += whole(c.impressions);
    }
    if (base <= 0) return {};
    const double value = sum / base;
    double squares = 0;
    for (const Cluster& c : clusters_) {
        const double away = whole(c.*of) - value * whole(c.impressions);
        squares += away * away;
    }
    const double half = 1.96 * std::sqrt(squares * double(clusters) / double(clusters - 1)) / base;
    return {value * scale, std::max(0.0, value - half) * scale, (value + half) * scale};
}

PolicyOutcome PolicyRecord::outcome() const
{
    PolicyOutcome out;
    out.version = version_;
    for (const Cluster& c : clusters_) out.impressions += c.impressions / 1'000'000;
    out.clicks = ratio(&Cluster::clicks, 1);
    out.engagement = ratio(&Cluster::engagement, 1'000);
    out.hides = ratio(&Cluster::hides, 1'000);
    return out;
}

bool in_share(std::uint64_t reader, std::int64_t version, double share)
{
    // splitmix64's finaliser
    std::uint64_t x = reader * 0x9E3779B97F4A7C15ull + std::uint64_t(version) * 0xD1B54A32D192ED03ull;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ x >> 27) * 0x94D049BB133111EBull;
    return double((x ^ x >> 31) >> 11) * 0x1p-53 < share;
}

}  // namespace meadow::discovery::engine
