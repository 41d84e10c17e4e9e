#include "modules/discovery/engine/selection.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace meadow::discovery::engine {
namespace {

// Of the last three days and of the three before, up to today.
std::pair<std::int64_t, std::int64_t> spans(Days days, std::int64_t today)
{
    days.turn(today);
    return {days.sum(0, 2), days.sum(3, 5)};
}

void hear(Warming& w, const Days& mentions, const Talk& talk, std::int64_t today)
{
    std::tie(w.mentions, w.mentions_before) = spans(mentions, today);
    std::tie(w.asks, w.asks_before) = spans(talk.asks, today);
    const auto [content, content_before] = spans(talk.content, today);
    const auto [discontent, discontent_before] = spans(talk.discontent, today);
    w.content = content + content_before;
    w.discontent = discontent + discontent_before;
}

void look_at_notes(Warming& w, const State& state, const Row<std::uint32_t>& notes)
{
    std::vector<std::uint32_t> authors;
    double appeal = 0, open = 0;
    for (const std::uint32_t number : notes) {
        const Note& note = state.notes[number];
        if (note.rung == Rung::withdrawn) continue;
        authors.push_back(note.author);
        appeal += state.appeal(note).mean;
        open += 1;
    }
    std::sort(authors.begin(), authors.end());
    w.authors = std::unique(authors.begin(), authors.end()) - authors.begin();
    if (open > 0) w.appeal = appeal / open;
}

}  // namespace

double mood_of(std::int64_t content, std::int64_t discontent) { return double(content - discontent) / double(content + discontent + 2); }

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
    const auto keep = [&](Warming& w, const Row<std::uint32_t>& notes) {
        const std::int64_t before = w.mentions_before + w.wants_before + w.asks_before, after = w.mentions + w.wants + w.asks;
        if (before + after == 0) return;
        look_at_notes(w, state, notes);
        if (w.authors == 0) return;   // all withdrawn
        w.growth = predicted_growth(before, after);
        out.push_back(std::move(w));
    };
    for (const Product& product : state.products) {
        if (product.notes.empty()) continue;   // bought, and spoken of by nobody
        Warming w;
        w.product = product.id;
        w.on_sale = product.on_sale;
        hear(w, product.mentions, product.talk, today);
        std::tie(w.wants, w.wants_before) = spans(product.wants, today);
        keep(w, product.notes);
    }
    for (const Thing& thing : state.things) {
        Warming w;
        w.thing = thing.name;
        w.on_sale = false;
        hear(w, thing.mentions, thing.talk, today);
        keep(w, thing.notes);
    }
    const auto kept = std::min(out.size(), most);
    std::partial_sort(out.begin(), out.begin() + std::ptrdiff_t(kept), out.end(), [](const Warming& a, const Warming& b) {
        return a.growth.low != b.growth.low ? a.growth.low > b.growth.low : std::tie(a.product, a.thing) < std::tie(b.product, b.thing);
    });
    out.resize(kept);
    return out;
}

}  // namespace meadow::discovery::engine
