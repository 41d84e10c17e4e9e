#include "modules/discovery/engine/selection.hpp"

#include <algorithm>
#include <cmath>

namespace meadow::discovery::engine {

Estimate predicted_growth(std::int64_t before, std::int64_t now)
{
    constexpr double usual = 3;   // events that speak for "as before"
    const double a = double(now) + usual, b = double(before) + usual;
    const double middle = std::log(a / b), half = 1.96 * std::sqrt(1 / a + 1 / b);
    return {std::exp(middle), std::exp(middle - half), std::exp(middle + half)};
}

std::vector<Warming> warming(const State& state, Instant now, std::size_t most)
{
    const std::int64_t today = now.us / 86'400'000'000;
    std::vector<Warming> out;
    for (const Product& product : state.products) {
        if (product.notes.empty()) continue;   // bought, and spoken of by nobody
        Days mentions = product.mentions, wants = product.wants;
        mentions.turn(today);
        wants.turn(today);
        Warming w;
        w.product = product.id;
        w.mentions = mentions.sum(0, 2);
        w.mentions_before = mentions.sum(3, 5);
        w.wants = wants.sum(0, 2);
        w.wants_before = wants.sum(3, 5);
        if (w.mentions + w.mentions_before + w.wants + w.wants_before == 0) continue;
        w.on_sale = product.on_sale;
        std::vector<std::uint32_t> authors;
        double appeal = 0, notes = 0;
        for (const std::uint32_t number : product.notes) {
            const Note& note = state.notes[number];
            if (note.rung == Rung::withdrawn) continue;
            authors.push_back(note.author);
            appeal += state.appeal(note).mean;
            notes += 1;
        }
        std::sort(authors.begin(), authors.end());
        w.authors = std::unique(authors.begin(), authors.end()) - authors.begin();
        if (notes > 0) w.appeal = appeal / notes;
        w.growth = predicted_growth(w.mentions_before + w.wants_before, w.mentions + w.wants);
        out.push_back(w);
    }
    const auto kept = std::min(out.size(), most);
    std::partial_sort(out.begin(), out.begin() + std::ptrdiff_t(kept), out.end(), [](const Warming& a, const Warming& b) {
        return a.growth.low != b.growth.low ? a.growth.low > b.growth.low : a.product < b.product;
    });
    out.resize(kept);
    return out;
}

}  // namespace meadow::discovery::engine
