// FTRL-proximal logistic regression (McMahan et al. 2013) over hashed features, each of value 1, beside an offset that is known before: it
// learns only what the offset does not explain. One addition a feature and an answer; same answers, same bytes.
#pragma once
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace meadow::discovery::engine {

inline double logit(double p) { return std::log(p / (1 - p)); }
inline double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

struct FtrlRules {
    float alpha = 0.05f, beta = 1, l1 = 0.5f, l2 = 5;
};

class Ftrl {
public:
    static constexpr std::size_t slots = 1u << 16;

    double score(std::span<const std::uint32_t> features, double offset) const
    {
        if (weights_.empty()) return offset;
        float sum = 0;
        for (const std::uint32_t f : features) sum += weights_[f % slots];
        return offset + double(sum);
    }
    // `gradient`: the probability that was told, minus 1 when it happened; times the answer's weight.
    void learn(std::span<const std::uint32_t> features, double gradient, const FtrlRules& rules = {})
    {
        if (z_.empty()) z_.resize(slots), n_.resize(slots), weights_.resize(slots);
        const auto g = float(gradient);
        for (const std::uint32_t feature : features) {
            const std::size_t f = feature % slots;
            const float sigma = (std::sqrt(n_[f] + g * g) - std::sqrt(n_[f])) / rules.alpha;
            z_[f] += g - sigma * weights_[f];
            n_[f] += g * g;
            weights_[f] = weight(f, rules);
        }
    }

    template <class Archive>
    void each(Archive& a) { a(z_, n_, weights_); }

private:
    float weight(std::size_t f, const FtrlRules& rules) const
    {
        if (std::abs(z_[f]) <= rules.l1) return 0;
        const float sign = z_[f] < 0 ? -1.0f : 1.0f;
        return -(z_[f] - sign * rules.l1) / ((rules.beta + std::sqrt(n_[f])) / rules.alpha + rules.l2);
    }

    std::vector<float> z_, n_, weights_;   // the last follow from the others
};

}  // namespace meadow::discovery::engine
