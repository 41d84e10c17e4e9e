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
            const float before = std::sqrt(n_[f]), root = std::sqrt(n_[f] += g * g);
            z_[f] += g - (root - before) / rules.alpha * weights_[f];
            weights_[f] = weight(z_[f], root, rules);
        }
    }

    template <class Archive>
    void each(Archive& a) { a(z_, n_, weights_); }

private:
    static float weight(float z, float root, const FtrlRules& rules)
    {
        if (std::abs(z) <= rules.l1) return 0;
        return -(z - std::copysign(rules.l1, z)) / ((rules.beta + root) / rules.alpha + rules.l2);
    }

    std::vector<float> z_, n_, weights_;   // the last follow from the others
};

}  // namespace meadow::discovery::engine
