// FTRL-proximal logistic regression (McMahan et al. 2013) over hashed features, each of value 1, beside an offset that is known before: it
// learns only what the offset does not explain. One addition a feature and an answer; same answers, same bytes.
#pragma once
#include <boost/describe/class.hpp>
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
        if (slots_.empty()) return offset;
        float sum = 0;
        for (const std::uint32_t f : features) sum += slots_[f % slots].weight;
        return offset + double(sum);
    }
    // Asks the memory for what is known of them, for whoever is about to score several.
    void fetch(std::span<const std::uint32_t> features) const
    {
        if (slots_.empty()) return;
        for (const std::uint32_t f : features) __builtin_prefetch(&slots_[f % slots]);
    }
    // `gradient`: the probability that was told, minus 1 when it happened; times the answer's weight.
    void learn(std::span<const std::uint32_t> features, double gradient, const FtrlRules& rules = {})
    {
        if (slots_.empty()) slots_.resize(slots);
        const auto g = float(gradient);
        for (const std::uint32_t feature : features) {
            Slot& slot = slots_[feature % slots];
            const float root = std::sqrt(slot.n += g * g);
            slot.z += g - (root - slot.root) / rules.alpha * slot.weight;
            slot.root = root;
            slot.weight = weight(slot.z, root, rules);
        }
    }

    template <class Archive>
    void each(Archive& a) { a(slots_); }

    // All of a feature lies in one place: features lie anywhere, and to look somewhere is what they cost.
    struct Slot {
        float z = 0, n = 0;
        float root = 0, weight = 0;   // √n and what follows from all of them
    };

private:
    static float weight(float z, float root, const FtrlRules& rules)
    {
        if (std::abs(z) <= rules.l1) return 0;
        return -(z - std::copysign(rules.l1, z)) / ((rules.beta + root) / rules.alpha + rules.l2);
    }

    std::vector<Slot> slots_;
};
BOOST_DESCRIBE_STRUCT(Ftrl::Slot, (), (z, n, root, weight))

}  // namespace meadow::discovery::engine
