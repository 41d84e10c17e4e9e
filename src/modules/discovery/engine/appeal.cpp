#include "modules/discovery/engine/appeal.hpp"

#include <algorithm>

namespace meadow::discovery::engine {

double Appeal::quantile(double z) const { return mean * std::exp(z * spread - spread * spread / 2); }

Appeal appeal_of(const Evidence& e, const Prior& p)
{
    const double click_shape = p.clicks_strength * p.mean + whole(e.clicks);
    const double engage_shape = p.engagement_strength + whole(e.engagement) / p.kappa;
    Appeal out;
    out.clicks = click_shape / (p.clicks_strength + whole(e.expected));
    out.mean = out.clicks * engage_shape / (p.engagement_strength + whole(e.expected_engagement) / p.kappa);
    // Var(log Γ(k)) = ψ'(k) ≈ 1/k + 1/2k²
    const auto log_variance = [](double shape) { return 1 / shape + 0.5 / (shape * shape); };
    out.spread = std::sqrt(log_variance(click_shape) + log_variance(engage_shape));
    return out;
}

void Spread::add(double observed, double expected, double kappa)
{
    const double away = observed - expected;
    excess += micro(away * away - kappa * observed);
    square += micro(expected * expected);
}

double Spread::strength(double opinion) const
{
    constexpr double notes = 50;   // the opinion's weight
    const double variance = (whole(excess) + notes / opinion) / (whole(square) + notes);
    return std::clamp(1 / std::max(variance, 1e-3), 0.5, 50.0);
}

}  // namespace meadow::discovery::engine
