// Factor vectors of items (implicit feedback, alternating least squares: Hu, Koren & Volinsky 2008; regularisation by frequency as in
// Rendle et al. 2022). Readers have no vector of their own: one is folded in from the recent history, so an event changes the next page.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "modules/discovery/engine/taste/scores.hpp"

namespace meadow::discovery::engine {

struct FactorRules {
    int size = 64;
    int sweeps = 8;
    double unobserved = 0.1;         // weight of a pair nobody opened, beside one that was
    double regularisation = 0.005;
    double scale = 0.1;              // of the first, random vectors, over √size
    double recency = 0;              // at fold-in, history decays by e every so many items; 0: not at all
};

class Factors {
public:
    explicit Factors(const FactorRules& rules = {}) : rules_(rules) {}

    // Learns all vectors anew. Same histories, same bytes.
    void learn(const std::vector<std::vector<std::uint32_t>>& histories, std::size_t items);
    bool learned() const { return !items_.empty(); }
    std::size_t size() const { return std::size_t(rules_.size); }
    std::span<const float> item(std::uint32_t item) const { return {&items_[item * size()], size()}; }

    // The vector of a reader with this history, oldest first. Items not learned yet are passed over.
    std::vector<float> fold_in(std::span<const std::uint32_t> history) const;
    float score(std::span<const float> reader, std::uint32_t item) const;

    template <class Archive>
    void each(Archive& a) { a(items_, gram_); }

private:
    // Solves for one row given the other side's vectors and their Gram matrix.
    void solve(std::span<const std::uint32_t> observed, std::span<const float> weights, const std::vector<float>& others, double regularisation, const std::vector<float>& gram,
               float* out) const;
    std::vector<float> gram_of(const std::vector<float>& rows) const;

    FactorRules rules_;
    std::vector<float> items_, gram_;
};

}  // namespace meadow::discovery::engine
