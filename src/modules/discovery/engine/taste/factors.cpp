#include "modules/discovery/engine/taste/factors.hpp"

#include <cmath>

namespace meadow::discovery::engine {
namespace {

// x of A x = b for a symmetric positive definite A (n × n, row by row, lower half used); Cholesky in place, b becomes x.
void solve_in_place(std::vector<float>& a, std::vector<float>& b, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i) {
        float* row = &a[i * n];
        for (std::size_t j = 0; j <= i; ++j) {
            const float* other = &a[j * n];
            float sum = 0;
            for (std::size_t k = 0; k < j; ++k) sum += row[k] * other[k];
            if (j < i) row[j] = (row[j] - sum) / other[j];
            else row[i] = std::sqrt(std::max(row[i] - sum, 1e-9f));
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        float sum = 0;
        for (std::size_t k = 0; k < i; ++k) sum += a[i * n + k] * b[k];
        b[i] = (b[i] - sum) / a[i * n + i];
    }
    for (std::size_t i = n; i-- > 0;) {
        b[i] /= a[i * n + i];
        for (std::size_t k = 0; k < i; ++k) b[k] -= a[i * n + k] * b[i];
    }
}

}  // namespace

std::vector<float> Factors::gram_of(const std::vector<float>& rows) const
{
    const std::size_t n = size();
    std::vector<float> gram(n * n);
    for (std::size_t row = 0; row < rows.size(); row += n)
        for (std::size_t i = 0; i < n; ++i) {
            const float x = rows[row + i];
            for (std::size_t j = 0; j <= i; ++j) gram[i * n + j] += x * rows[row + j];
        }
    return gram;
}

void Factors::solve(std::span<const std::uint32_t> observed, std::span<const float> weights, const std::vector<float>& others, double regularisation,
                    const std::vector<float>& gram, float* out) const
{
    const std::size_t n = size();
    static thread_local std::vector<float> a, b;
    a.resize(n * n);
    b.assign(n, 0);
    const auto unobserved = float(rules_.unobserved);
    for (std::size_t i = 0; i < n * n; ++i) a[i] = unobserved * gram[i];
    for (std::size_t o = 0; o < observed.size(); ++o) {
        const float* x = &others[observed[o] * n];
        const float weight = weights.empty() ? 1.0f : weights[o];
        for (std::size_t i = 0; i < n; ++i) {
            const float wx = weight * x[i];
            b[i] += wx;
            for (std::size_t j = 0; j <= i; ++j) a[i * n + j] += wx * x[j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) a[i * n + i] += float(regularisation);
    solve_in_place(a, b, n);
    for (std::size_t i = 0; i < n; ++i) out[i] = b[i];
}

void Factors::learn(const std::vector<std::vector<std::uint32_t>>& histories, std::size_t items)
{
    const std::size_t n = size();
    std::vector<float> readers(histories.size() * n);
    items_.resize(items * n);
    std::uint64_t seed = 1;
    for (float& x : items_) {   // a linear congruence (Knuth) is chance enough to break the symmetry
        seed = seed * 6364136223846793005ull + 1442695040888963407ull;
        x = float((double(seed >> 11) * 0x1p-53 - 0.5) * 3.46 * rules_.scale / std::sqrt(double(n)));
    }
    std::vector<std::vector<std::uint32_t>> openers(items);
    for (std::uint32_t reader = 0; reader < histories.size(); ++reader)
        for (const std::uint32_t item : histories[reader]) openers[item].push_back(reader);
    const auto half = [&](const auto& observed, const std::vector<float>& others, std::vector<float>& out) {
        const auto gram = gram_of(others);
        for (std::size_t row = 0; row < observed.size(); ++row)
            solve(observed[row], {}, others, rules_.regularisation * (double(observed[row].size()) + rules_.unobserved * double(others.size() / n)), gram, &out[row * n]);
    };
    for (int sweep = 0; sweep < rules_.sweeps; ++sweep) {
        half(histories, items_, readers);
        half(openers, readers, items_);
    }
    gram_ = gram_of(items_);
}

std::vector<float> Factors::fold_in(std::span<const std::uint32_t> history) const
{
    std::vector<std::uint32_t> known;
    std::vector<float> weights;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (std::size_t(history[i]) * size() >= items_.size()) continue;
        known.push_back(history[i]);
        weights.push_back(rules_.recency > 0 ? float(std::exp(-double(history.size() - 1 - i) / rules_.recency)) : 1.0f);
    }
    std::vector<float> out(size());
    solve(known, weights, items_, rules_.regularisation * (double(known.size()) + rules_.unobserved * double(items_.size() / size())), gram_, out.data());
    return out;
}

float Factors::score(std::span<const float> reader, std::uint32_t number) const
{
    if (std::size_t(number) * size() >= items_.size()) return 0;
    float sum = 0;
    const auto vector = item(number);
    for (std::size_t i = 0; i < vector.size(); ++i) sum += reader[i] * vector[i];
    return sum;
}

}  // namespace meadow::discovery::engine
